package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.github.tapkustomer.stream.Streams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The one pass over a page against the least that reading and writing JSON can cost: the same bytes
 * copied from Jackson's parser to its generator. The counter {@code kilobytes} is what each reads
 * in a second.
 */
@State(Scope.Thread)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecordPassBenchmark {
  private static final int CONVERSATIONS = 4_000;
  private static final int PAGE = 500;

  private final JsonFactory jackson = new JsonFactory();
  private List<byte[]> pages;
  private RecordFormat plan;

  /** What was read. */
  @State(Scope.Thread)
  @AuxCounters
  public static class Read {
    public long kilobytes;
  }

  @Setup
  public void fetchPages() throws IOException, InterruptedException {
    plan =
        Encoding.plan("conversations", Streams.find("conversations").orElseThrow().schema(), false);
    pages = ConversationPages.fetch(CONVERSATIONS, PAGE);
  }

  @Benchmark
  public int recordPass(Read read) throws IOException {
    int records = 0;
    for (byte[] page : pages) {
      records += ConversationPages.encode(page, plan);
      read.kilobytes += page.length / 1000;
    }
    return records;
  }

  @Benchmark
  public long bareCopy(Read read) throws IOException {
    for (byte[] page : pages) {
      try (JsonParser parser = jackson.createParser(new ByteArrayInputStream(page));
          JsonGenerator out = jackson.createGenerator(OutputStream.nullOutputStream())) {
        while (parser.nextToken() != null) {
          out.copyCurrentEvent(parser);
        }
      }
      read.kilobytes += page.length / 1000;
    }
    return read.kilobytes;
  }
}
