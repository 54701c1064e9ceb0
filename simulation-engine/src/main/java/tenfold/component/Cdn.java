package tenfold.component;

import java.util.List;

/// One edge location of a content delivery network: a cache for the pages' files, near to the families of one region.
///
/// @param capacity files kept at most; the one that was unused for longest makes room
/// @param serviceMs what a request takes at the edge
/// @param defaultTtlSeconds how long a file is kept whose origin says nothing about it
/// @param maxTtlSeconds how long a file is kept at most, whatever its origin says
/// @param collapse whether requests for a file that is being fetched wait for that one fetch
/// @param staleIfError whether a file that is too old is served all the same when the origin fails
/// @param originTimeoutMs how long it waits for the origin
/// @param restartMs how long a location is away after a crash
@Kind(id = "cdn", label = "CDN edge", group = Kind.Group.SERVE,
    icon = "globe", calls = {Cdn.class, LoadBalancer.class, AppServer.class},
    summary = "Keeps the pages’ files near to the families of one region.",
    models = {
      "One location with a cache of its own: real files by their address, the longest unused makes room. Where the "
          + "links end decides which families it is near to.",
      "How long a file is kept: as the origin’s Cache-Control says (the text: a year), within a limit, or a default; "
          + "minus the age it comes with from another edge.",
      "One fetch for all who miss the same file at the same time; failed fetches are not kept, and may be answered "
          + "with the old file instead.",
      "All other requests pass through to the origin. The origin may be another edge (an origin shield).",
      "A purge forgets every file. After a crash the location comes back empty; meanwhile families go to the next "
          + "edge or server that they are linked to, in the order of their links, as anycast routing lets them, or are "
          + "refused when there is none.",
      "A broken file stays here until its time is over, or until somebody purges."},
    leavesOut = {
      "Bandwidth, and the machines inside a location: it is never busy.",
      "Files that are kept for other sites, a purge that takes minutes to reach all locations, and asking the origin "
          + "whether a file has changed (If-None-Match).",
      "HEAD requests, answers that vary with a header, and pages kept at the edge."},
    faults = {Fault.CRASH, Fault.RESTART, Fault.FLUSH, Fault.SLOW},
    figures = {Figure.RESPONSE_TIME, Figure.HIT_SHARE})
public record Cdn(
    @Param(label = "Capacity", unit = "files", min = 1, max = 10_000_000, live = true, source = "teaching value")
        int capacity,
    @Param(label = "Service", unit = "ms", max = 20, live = true, source = "calibration (h): 5 ms of way + 2 ms")
        double serviceMs,
    @Param(label = "Time to live, nothing said", unit = "s", max = 31_536_000, live = true,
        source = "CloudFront default TTL: 86,400 s") double defaultTtlSeconds,
    @Param(label = "Time to live, at most", unit = "s", max = 31_536_000, live = true,
        source = "CloudFront maximum TTL: a year; the text’s files say a year") double maxTtlSeconds,
    @Param(label = "One fetch for many", live = true, source = "request collapsing; CloudFront: yes")
        boolean collapse,
    @Param(label = "Old file when the origin fails", live = true, source = "stale-if-error, RFC 5861; CloudFront: yes")
        boolean staleIfError,
    @Param(label = "Wait for the origin", unit = "ms", min = 1, max = 600_000, live = true,
        source = "CloudFront origin response time-out: 30 s") double originTimeoutMs,
    @Param(label = "Restart", unit = "ms", max = 3_600_000, live = true, source = "teaching value: 10 s")
        double restartMs)
    implements ComponentSpec {

  /// An edge with room for everything.
  public Cdn() {
    this(100_000, 2, 86_400, 31_536_000, true, true, 30_000, 10_000);
  }

  @Override
  public List<Billed> billed() {
    return List.of(Billed.monthly("cdn"), Billed.perCall("cdn.million-requests", 1e-6));
  }

  @Override
  public Component build(Site site) {
    return new CdnInstance(this, site);
  }
}
