package tenfold.run;

import java.util.ArrayList;
import java.util.List;
import tenfold.component.DataStore;
import tenfold.component.LogEntry;
import tenfold.component.ReplicationLog;

/// A replica's log behind a way that can be parted: what is sent meanwhile comes when the way is whole again, as the
/// primary sends it then. The time that shipping takes is the replica's own parameter.
final class WiredLog implements ReplicationLog {
  private final Wire wire;
  private final ReplicationLog log;
  private final List<Runnable> held = new ArrayList<>();

  WiredLog(Wire wire, ReplicationLog log) {
    this.wire = wire;
    this.log = log;
    wire.onHealed(this::sendHeld);
  }

  @Override
  public void attach(DataStore rows, long position) {
    log.attach(rows, position);
  }

  @Override
  public void receive(LogEntry entry, Runnable onReceipt, Runnable onApplied) {
    if (wire.isCut()) {
      held.add(() -> log.receive(entry, onReceipt, onApplied));
    } else {
      log.receive(entry, onReceipt, onApplied);
    }
  }

  @Override
  public void disconnect() {
    held.clear();
    log.disconnect();
  }

  @Override
  public long received() {
    return log.received();
  }

  @Override
  public boolean isStandby() {
    return log.isStandby();
  }

  /// Who cannot be reached is not well, as far as anybody here can tell.
  @Override
  public boolean isWell() {
    return !wire.isCut() && log.isWell();
  }

  @Override
  public DataStore promote() {
    return log.promote();
  }

  @Override
  public void replace() {
    log.replace();
  }

  private void sendHeld() {
    var sent = List.copyOf(held);
    held.clear();
    sent.forEach(Runnable::run);
  }
}
