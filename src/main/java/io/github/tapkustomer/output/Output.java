package io.github.tapkustomer.output;

import io.github.tapkustomer.record.Chunk;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.stats.StreamStatistics;
import java.io.IOException;

/** What readers hand to the writer, which writes it in this order. */
public sealed interface Output {

  /** Bytes that it holds in memory. */
  default int bytes() {
    return 0;
  }

  /** Writes what it represents. */
  void writeTo(MessageWriter writer) throws IOException;

  /** A stream's SCHEMA, before everything else of it. */
  record Schema(RecordFormat plan) implements Output {
    @Override
    public void writeTo(MessageWriter writer) throws IOException {
      writer.schema(plan);
    }
  }

  /** RECORD lines, which count once they are written. */
  record Lines(Chunk chunk, StreamStatistics statistics) implements Output {
    @Override
    public int bytes() {
      return chunk.bytes();
    }

    @Override
    public void writeTo(MessageWriter writer) throws IOException {
      writer.lines(chunk);
      statistics.wrote(chunk.records(), chunk.bytes());
    }
  }

  /** A stream's bookmark, to be written once everything before it is. */
  record Position(String stream, String key, Bookmark bookmark) implements Output {
    @Override
    public void writeTo(MessageWriter writer) throws IOException {
      writer.position(this);
    }
  }

  /** All records of a stream have been passed on, each with the version. */
  record Activation(RecordFormat format) implements Output {
    @Override
    public void writeTo(MessageWriter writer) throws IOException {
      writer.activation(format);
    }
  }

  /** Nothing more comes from a stream. */
  record End(String stream) implements Output {
    @Override
    public void writeTo(MessageWriter writer) throws IOException {
      writer.end(stream);
    }
  }
}
