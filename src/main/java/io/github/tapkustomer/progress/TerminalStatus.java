package io.github.tapkustomer.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.jline.utils.AttributedString;
import org.jline.utils.Status;

/**
 * Lines that stay at the bottom of the terminal behind stderr, while logs, and whatever a target
 * prints, scroll above them.
 */
public final class TerminalStatus implements AutoCloseable {
  private static final Path STDERR = Path.of("/proc/self/fd/2");

  /**
   * Scrolls the whole screen again and erases what is below the cursor. At a signal the library's
   * own hook closes the terminal first, and leaves the lines there.
   */
  private static final String RESET = "\u001b7\u001b[r\u001b8\u001b[J";

  private final Terminal terminal;
  private final Status status;

  private TerminalStatus(Terminal terminal, Status status) {
    this.terminal = terminal;
    this.status = status;
  }

  /** Opens it; empty where stderr is no terminal, or one that cannot do this. */
  public static Optional<TerminalStatus> open() throws IOException {
    if (!mayBeTerminal()) {
      return Optional.empty();
    }
    Terminal terminal =
        TerminalBuilder.builder()
            .system(true)
            .systemOutput(SystemOutput.SysErr)
            // With the signals' handlers of its own it would end the JVM without our last STATE.
            .nativeSignals(false)
            // The only provider that brings no native code along.
            .exec(true)
            .jni(false)
            .ffm(false)
            .dumb(true)
            .build();
    Status status = isDumb(terminal) ? null : Status.getStatus(terminal);
    if (status == null) {
      terminal.close();
      return Optional.empty();
    }
    return Optional.of(new TerminalStatus(terminal, status));
  }

  /** Spares starting the library where Linux can tell that there is nothing to it. */
  private static boolean mayBeTerminal() {
    if (System.getenv("TERM") == null) {
      return false;
    }
    try {
      String device = Files.exists(STDERR) ? STDERR.toRealPath().toString() : "/dev/tty";
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException pipe) {
      return false;
    }
  }

  private static boolean isDumb(Terminal terminal) {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB)
        || terminal.getSize().getColumns() <= 0;
  }

  /** Shows these lines in place of those before, as far as the terminal has room. */
  public void show(List<String> lines) {
    status.resize(terminal.getSize());
    int room = Math.max(1, terminal.getSize().getRows() / 2);
    status.update(
        lines.stream()
            .limit(room)
            .map(
                line ->
                    new AttributedString(line)
                        .columnSubSequence(0, terminal.getSize().getColumns()))
            .toList());
  }

  /** Leaves the terminal as it was. */
  @Override
  public void close() throws IOException {
    try {
      status.update(List.of());
      status.close();
      terminal.close();
    } catch (IllegalStateException closedBySignal) {
      System.err.print(RESET);
      System.err.flush();
    }
  }
}
