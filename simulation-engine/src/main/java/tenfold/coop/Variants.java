package tenfold.coop;

/// Where the co-op's code can differ from the text's: what it does about a cache that fails, about a family that is
/// not there, and about many requests that miss at once.
///
/// @param cacheFailure when a call to the cache fails
/// @param missingFamily when a family that is asked for does not exist
/// @param stampede when several requests on one server miss the same page
public record Variants(CacheFailure cacheFailure, MissingFamily missingFamily, Stampede stampede) {

  /// What a failing cache does to a request.
  public enum CacheFailure {
    /// It fails too, as in the text.
    FAIL("fail"),
    /// It goes on with the database. A page that could not be invalidated stays for the rest of its time.
    ASK_DATABASE("askDatabase");

    private final String id;

    CacheFailure(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// What a request for a family gets that does not exist.
  public enum MissingFamily {
    /// An error: the text keeps the first row of none, which is `undefined`, and the cache refuses that.
    TEXT_BUG("textBug"),
    /// A plain 404.
    NOT_FOUND("notFound");

    private final String id;

    MissingFamily(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// What requests do that miss a page which another one is fetching.
  public enum Stampede {
    /// Each fetches it too, as in the text.
    NONE("none"),
    /// Those on the same server wait for the one fetch.
    SINGLE_FLIGHT("singleFlight");

    private final String id;

    Stampede(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// The text's choices, but with its mistake about missing families mended.
  public Variants() {
    this(CacheFailure.FAIL, MissingFamily.NOT_FOUND, Stampede.NONE);
  }
}
