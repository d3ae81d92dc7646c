package io.github.tapkustomer.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.record.RecordOptions;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageWriterTest {
  private static final Bookmark BOOKMARK = Bookmark.at(Instant.parse("2026-11-24T09:00:00Z"));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final MessageWriter writer =
      new MessageWriter(out, State.empty(), List.of("tags", "teams"));

  @Test
  void writesLinesAfterTheirSchemaAndTheStateAfterThem() throws IOException {
    RecordFormat tags = format("tags");
    writer.write(new Output.Schema(tags));
    records(tags, "{\"id\":\"1\",\"attributes\":{\"name\":\"vip\"}}");
    writer.write(position("tags"));

    assertThat(types()).containsExactly("SCHEMA", "RECORD", "STATE");
  }

  @Test
  void writesTheSchemaAgainBeforeLinesThatNeedMoreOfIt() throws IOException {
    RecordFormat tags = format("tags");
    writer.write(new Output.Schema(tags));
    records(tags, "{\"id\":\"1\",\"attributes\":{\"brandNew\":\"x\"}}");
    records(tags, "{\"id\":\"2\",\"attributes\":{\"brandNew\":\"y\"}}");

    assertThat(types()).containsExactly("SCHEMA", "SCHEMA", "RECORD", "RECORD");
  }

  @Test
  void namesTheFirstStreamThatIsNotDone() {
    writer.write(position("teams"));
    writer.write(new Output.End("tags"));
    writer.write(new Output.Position("teams", "updated_at", Bookmark.NONE));

    assertThat(lines().get(0)).contains("\"currently_syncing\":\"tags\"");
    assertThat(lines().get(1)).contains("\"currently_syncing\":\"teams\"");
  }

  @Test
  void writesAStateThatSaysNothingNewOnce() {
    writer.write(position("tags"));
    writer.write(position("tags"));

    assertThat(types()).containsExactly("STATE");
  }

  @Test
  void namesNoStreamOnceTheRunIsComplete() {
    writer.write(position("tags"));
    writer.finish(true);

    assertThat(lines()).hasSize(2);
    assertThat(lines().get(1)).doesNotContain("currently_syncing").contains("2026-11-24T09:00");
  }

  @Test
  void namesTheStreamInWhichTheRunStopped() {
    writer.write(position("tags"));
    writer.finish(false);

    assertThat(lines()).hasSize(1);
    assertThat(lines().get(0)).contains("\"currently_syncing\":\"tags\"");
  }

  @Test
  void endsWithAStateEvenIfTheSameOneCameBeforeTheLastLines() throws IOException {
    RecordFormat tags = format("tags");
    writer.write(new Output.Schema(tags));
    writer.write(position("tags"));
    records(tags, "{\"id\":\"1\",\"attributes\":{}}");
    writer.finish(false);

    assertThat(types()).containsExactly("SCHEMA", "STATE", "RECORD", "STATE");
    assertThat(lines().get(3)).isEqualTo(lines().get(1));
  }

  @Test
  void flushesWithEachState() {
    StringBuilder calls = new StringBuilder();
    OutputStream noting =
        new OutputStream() {
          @Override
          public void write(int b) {
            calls.append('.');
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            calls.append('w');
          }

          @Override
          public void flush() {
            calls.append('f');
          }
        };
    new MessageWriter(noting, State.empty(), List.of("tags")).write(position("tags"));

    assertThat(calls).hasToString("wf");
  }

  @Test
  void saysThatTheTargetHasEndedIfNothingCanBeWritten() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    MessageWriter broken = new MessageWriter(closed, State.empty(), List.of("tags"));

    assertThatThrownBy(() -> broken.write(position("tags")))
        .isInstanceOf(TapException.class)
        .hasMessage(
            "stdout cannot be written (Broken pipe): the target has ended or its disk is full")
        .extracting(failure -> ((TapException) failure).kind())
        .isEqualTo(TapException.Kind.OUTPUT_CLOSED);
  }

  private static Output.Position position(String stream) {
    return new Output.Position(stream, "updated_at", BOOKMARK);
  }

  private static RecordFormat format(String stream) {
    return WrittenRecords.format(stream, RecordOptions.USUAL);
  }

  private void records(RecordFormat format, String object) throws IOException {
    WrittenRecords.write(writer, format, object);
  }

  private List<String> lines() {
    return out.toString(UTF_8).lines().toList();
  }

  private List<String> types() {
    return lines().stream()
        .map(line -> line.replaceAll("^.\"type\":\"([A-Z]+)\".*", "$1"))
        .toList();
  }
}
