package io.github.tapkustomer.cli.monitor;

import io.github.tapkustomer.Timer;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the program together with another process, such as the scheduler's task that started it: a
 * task that is killed cannot stop the program, which would run on alongside the retry.
 */
public final class ParentMonitor {
  private static final Logger LOG = LoggerFactory.getLogger(ParentMonitor.class);
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final Optional<ProcessHandle> process;
  private final Runnable end;
  private boolean ended;

  private ParentMonitor(Optional<ProcessHandle> process, Runnable end) {
    this.process = process;
    this.end = end;
  }

  /**
   * Runs {@code end} once, in its own thread, when the process is gone.
   *
   * @param pid the process; 0 for the one that started this program
   */
  public static Repeater watch(long pid, Timer timer, Runnable end) {
    Optional<ProcessHandle> process =
        pid == 0 ? ProcessHandle.current().parent() : ProcessHandle.of(pid);
    return Repeater.start(timer, INTERVAL, new ParentMonitor(process, end)::look);
  }

  private void look() {
    if (!ended && process.filter(ProcessHandle::isAlive).isEmpty()) {
      ended = true;
      LOG.warn("the process that this run belongs to has ended: this run ends too");
      // Exiting waits for the work to end, and the work for the thread that calls this.
      new Thread(end, "end").start();
    }
  }
}
