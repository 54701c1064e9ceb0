package tenfold.app.charts;

import tenfold.app.look.Ink;
import tenfold.component.AppServer;
import tenfold.component.ComponentSpec;
import tenfold.component.ReadReplica;
import tenfold.component.RedisCache;

/// The colour of a component's lines: that of its card.
final class Inks {
  private Inks() {}

  static Ink of(ComponentSpec component) {
    return switch (component) {
      case AppServer _ -> Ink.SERVER;
      case RedisCache _ -> Ink.CACHE;
      case ReadReplica _ -> Ink.REPLICA;
      default -> switch (component.kind().group()) {
        case TRAFFIC -> Ink.TRAFFIC;
        case SERVE -> Ink.SERVE;
        case DATA -> Ink.DATA;
        case CONTROL -> Ink.CONTROL;
        case LATER -> Ink.LATER;
      };
    };
  }
}
