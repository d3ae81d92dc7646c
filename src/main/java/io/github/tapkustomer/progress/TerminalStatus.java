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
 * Lines that stay at the bottom of the terminal behind stderr, while logs and the target's own
 * output scroll above them.
 */
public final class TerminalStatus implements AutoCloseable {
  private static final Path STDERR = Path.of("/proc/self/fd/2");

  /**
   * Makes the whole screen scroll again and erases everything below the cursor. At a signal the
   * library's own hook closes the terminal first, and leaves the lines there.
   */
  private static final String RESET = "\u001b7\u001b[r\u001b8\u001b[J";

  private final Terminal terminal;
  private final Status status;

  private TerminalStatus(Terminal terminal, Status status) {
    this.terminal = terminal;
    this.status = status;
  }

  /** Opens it; empty if stderr is not a terminal, or not one that can do this. */
  public static Optional<TerminalStatus> open() throws IOException {
    if (!mayBeTerminal()) {
      return Optional.empty();
    }
    Terminal terminal =
        TerminalBuilder.builder()
            .system(true)
            .systemOutput(SystemOutput.SysErr)
            // With native signal handlers it would end the JVM without our last STATE.
            .nativeSignals(false)
            // The only provider without native code.
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

  /** On Linux, avoids loading the library if there is no terminal. */
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

  /** Shows these lines in place of the last ones, as far as there is room. */
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

  /** Restores the terminal. */
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
