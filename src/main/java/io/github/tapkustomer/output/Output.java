package io.github.tapkustomer.output;

import io.github.tapkustomer.record.Chunk;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.singer.Bookmark;

/** What readers hand to the writer, which writes it in this order. */
public sealed interface Output {

  /** Bytes that it holds in memory. */
  default int bytes() {
    return 0;
  }

  /** A stream's SCHEMA, ahead of everything else of it. */
  record Schema(RecordFormat plan) implements Output {}

  /** RECORD lines. */
  record Lines(Chunk chunk) implements Output {
    @Override
    public int bytes() {
      return chunk.bytes();
    }
  }

  /** How far a stream is out by its replication key, once all before this is written. */
  record Position(String stream, String key, Bookmark bookmark) implements Output {}

  /** All records that a stream has are out, each with its version. */
  record Activation(RecordFormat format) implements Output {}

  /** Nothing more comes of a stream. */
  record End(String stream) implements Output {}
}
