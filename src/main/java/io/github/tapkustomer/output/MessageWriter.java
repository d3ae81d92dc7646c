package io.github.tapkustomer.output;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.record.Chunk;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.Messages;
import io.github.tapkustomer.singer.State;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the messages. A STATE follows the records it covers and is flushed with them. A stream's
 * SCHEMA goes before its records, and again before the first record with a new column. Used by one
 * thread.
 */
public final class MessageWriter {
  private final OutputStream out;
  private final State state;
  private final Set<String> unfinished;
  private final Map<RecordFormat, Integer> sentVersions = new IdentityHashMap<>();
  private byte[] lastState = {};
  private boolean linesSinceState;

  /**
   * A writer at the start of a run.
   *
   * @param state the state of the last run, which this one moves forward
   * @param streams the streams that this run reads, in order
   */
  public MessageWriter(OutputStream out, State state, List<String> streams) {
    this.out = requireNonNull(out, "out");
    this.state = requireNonNull(state, "state");
    this.unfinished = new LinkedHashSet<>(streams);
  }

  /**
   * Writes what the item represents.
   *
   * @throws TapException of kind OUTPUT_CLOSED
   */
  public void write(Output item) {
    try {
      item.writeTo(this);
    } catch (IOException e) {
      throw closed(e);
    }
  }

  /**
   * Writes the last STATE.
   *
   * @param whole whether the run was completed; if not, the state names the stream in progress
   */
  public void finish(boolean whole) {
    if (whole) {
      unfinished.clear();
    }
    if (linesSinceState) {
      // The run ended between a page and its position: the last line must still be a STATE.
      lastState = new byte[0];
    }
    try {
      writeState();
      out.flush();
    } catch (IOException e) {
      throw closed(e);
    }
  }

  void schema(RecordFormat plan) throws IOException {
    int version = plan.version();
    out.write(plan.schemaLine());
    sentVersions.put(plan, version);
    state.setAddedColumns(plan.stream().id(), plan.addedColumns());
    plan.tableVersion().ifPresent(used -> state.setTableVersion(plan.stream().id(), used));
  }

  /** Nothing more comes from a stream; what came has been written. */
  void end(String stream) throws IOException {
    out.flush();
    unfinished.remove(stream);
  }

  /** Whether all that was read of a stream was written. */
  public boolean hasEnded(String stream) {
    return !unfinished.contains(stream);
  }

  void activation(RecordFormat format) throws IOException {
    out.write(
        Messages.activateVersion(format.stream().name(), format.tableVersion().orElseThrow()));
    linesSinceState = true;
  }

  void lines(Chunk chunk) throws IOException {
    if (chunk.version() > sentVersions.getOrDefault(chunk.format(), -1)) {
      schema(chunk.format());
    }
    chunk.writeTo(out);
    linesSinceState = true;
  }

  void position(Output.Position position) throws IOException {
    if (position.bookmark().equals(Bookmark.NONE)) {
      state.clearBookmark(position.stream());
    } else {
      state.setBookmark(position.stream(), position.key(), position.bookmark());
    }
    writeState();
  }

  private void writeState() throws IOException {
    state.setCurrentlySyncing(
        unfinished.isEmpty() ? Optional.empty() : Optional.of(unfinished.iterator().next()));
    byte[] line = Messages.state(state);
    if (!Arrays.equals(line, lastState)) {
      out.write(line);
      out.flush();
      lastState = line;
      linesSinceState = false;
    }
  }

  private static TapException closed(IOException e) {
    return TapException.outputClosed(
        "stdout cannot be written ("
            + e.getMessage()
            + "): the target has ended or its disk is full",
        e);
  }
}
