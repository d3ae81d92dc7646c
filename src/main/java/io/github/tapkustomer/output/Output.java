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

  /** A stream's SCHEMA, ahead of everything else of it. */
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
      statistics.records.add(chunk.records());
      statistics.bytes.add(chunk.bytes());
    }
  }

  /** How far a stream is out by its replication key, once all before this is written. */
  record Position(String stream, String key, Bookmark bookmark) implements Output {
    @Override
    public void writeTo(MessageWriter writer) throws IOException {
      writer.position(this);
    }
  }

  /** All records that a stream has are out, each with its version. */
  record Activation(RecordFormat format) implements Output {
    @Override
    public void writeTo(MessageWriter writer) throws IOException {
      writer.activation(format);
    }
  }

  /** Nothing more comes of a stream. */
  record End(String stream) implements Output {
    @Override
    public void writeTo(MessageWriter writer) throws IOException {
      writer.end(stream);
    }
  }
}
