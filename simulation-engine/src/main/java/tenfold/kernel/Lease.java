package tenfold.kernel;

/// One unit of a [Resource] in use; closing it gives the unit back, once.
public final class Lease implements AutoCloseable {
  private final Resource resource;
  private boolean open = true;

  Lease(Resource resource) {
    this.resource = resource;
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      resource.release();
    }
  }
}
