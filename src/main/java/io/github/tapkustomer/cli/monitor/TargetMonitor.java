package io.github.tapkustomer.cli.monitor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Notices that the target has ended even while nothing is written: the processes that read their
 * stdin from the pipe behind stdout are gone. Java cannot ask a pipe; Linux shows in {@code /proc}
 * who has it open. If nobody was ever seen there, as on other systems or across containers, it
 * reports nothing, and the next write finds out.
 */
public final class TargetMonitor {
  private static final Path PROCESSES = Path.of("/proc");

  private final Optional<String> pipe;
  private final Set<Long> readers = new HashSet<>();

  public TargetMonitor() {
    this.pipe = link(PROCESSES.resolve("self/fd/1")).filter(name -> name.startsWith("pipe:"));
    if (pipe.isPresent()) {
      look();
    }
  }

  /** Whether there was a target that is gone now. */
  public boolean isGone() {
    if (pipe.isEmpty() || readers.stream().anyMatch(TargetMonitor::isAlive)) {
      return false;
    }
    boolean seen = !readers.isEmpty();
    look();
    return seen && readers.stream().noneMatch(TargetMonitor::isAlive);
  }

  private void look() {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path process : processes) {
        if (link(process.resolve("fd/0")).equals(pipe)) {
          readers.add(Long.parseLong(process.getFileName().toString()));
        }
      }
    } catch (IOException | RuntimeException unseen) {
      // Without this, nothing can be said.
    }
  }

  /** A process that has ended stays listed until its parent has read its exit status. */
  private static boolean isAlive(long process) {
    try {
      String status = Files.readString(PROCESSES.resolve(process + "/stat"));
      char state = status.charAt(status.lastIndexOf(')') + 2);
      return state != 'Z' && state != 'X';
    } catch (IOException | RuntimeException gone) {
      return false;
    }
  }

  private static Optional<String> link(Path path) {
    try {
      return Optional.of(Files.readSymbolicLink(path).toString());
    } catch (IOException | RuntimeException unseen) {
      return Optional.empty();
    }
  }
}
