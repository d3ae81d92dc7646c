package io.github.tapkustomer.cli.monitor;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Timer;
import io.github.tapkustomer.progress.ProgressText;
import io.github.tapkustomer.progress.SyncSnapshot;
import io.github.tapkustomer.progress.TerminalStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the progress of a sync: on a terminal in lines at its bottom, elsewhere in a log line every
 * half minute. A run of less than a second shows nothing.
 */
final class ProgressDisplay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressDisplay.class);
  private static final Duration FRAME = Duration.ofMillis(250);
  private static final int FIRST_FRAME = 4;
  private static final Duration LOGGING = Duration.ofSeconds(30);

  private final Timer timer;
  private final Supplier<SyncSnapshot> snapshots;
  private final ProgressText text = new ProgressText();
  private int frame;
  private long nextLine;
  private Optional<TerminalStatus> terminal = Optional.empty();

  private ProgressDisplay(Timer timer, Supplier<SyncSnapshot> snapshots) {
    this.timer = requireNonNull(timer, "timer");
    this.snapshots = requireNonNull(snapshots, "snapshots");
    this.nextLine = timer.millis() + LOGGING.toMillis();
  }

  static ProgressDisplay of(Timer timer, Supplier<SyncSnapshot> snapshots) {
    return new ProgressDisplay(timer, snapshots);
  }

  static Duration interval() {
    return FRAME;
  }

  /** Shows the next frame, if it is time for one. */
  void tick() {
    frame++;
    if (frame == FIRST_FRAME) {
      terminal = open();
    }
    if (terminal.isPresent()) {
      terminal.get().show(text.lines(snapshots.get()));
    } else if (timer.millis() >= nextLine) {
      nextLine += LOGGING.toMillis();
      LOG.info("{}", text.line(snapshots.get()));
    }
  }

  private static Optional<TerminalStatus> open() {
    try {
      return TerminalStatus.open();
    } catch (IOException | RuntimeException e) {
      LOG.debug("no live progress: {}", e.toString());
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      if (terminal.isPresent()) {
        terminal.get().close();
      }
    } catch (IOException e) {
      LOG.debug("the terminal could not be closed: {}", e.toString());
    }
    terminal = Optional.empty();
  }
}
