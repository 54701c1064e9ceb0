package tenfold.port;

/// A copy of a database that answers reads, from rows that may lag behind.
@FunctionalInterface
public interface ReplicaServer extends DatabaseServer {}
