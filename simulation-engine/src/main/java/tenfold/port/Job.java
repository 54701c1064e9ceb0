package tenfold.port;

import java.util.Map;

/// Work to be done later.
///
/// @param kind as in "send-welcome-email"
/// @param data what the work needs, by name
public record Job(String kind, Map<String, String> data) {}
