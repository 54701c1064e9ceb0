package tenfold.theory;

/// A place of a queueing network where requests wait for servers: the cores of a machine, the channels of a disk.
/// Several identical ones that share the requests evenly are one centre of several copies, each with its own line.
///
/// @param name what it is called where results are read
/// @param demandSeconds D, time on a server that a request takes in all its visits to all copies, above 0
/// @param servers servers of one copy, at least 1
/// @param copies identical copies, at least 1
public record ServiceCentre(String name, double demandSeconds, int servers, int copies) {
  /// Checks the ranges.
  public ServiceCentre {
    if (!(demandSeconds > 0 && demandSeconds < Double.POSITIVE_INFINITY && servers >= 1 && copies >= 1)) {
      throw new IllegalArgumentException("a service centre needs demandSeconds > 0, servers ≥ 1 and copies ≥ 1, not "
          + demandSeconds + ", " + servers + ", " + copies);
    }
  }

  /// Time of one server for a request, if all servers of all copies share the work: D/(m·copies). Its inverse is the
  /// most that the centre can do.
  public double secondsPerServer() {
    return demandSeconds / servers / copies;
  }

  /// What a request takes at one copy, over all requests.
  double copyDemandSeconds() {
    return demandSeconds / copies;
  }
}
