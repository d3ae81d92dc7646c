package io.github.tapkustomer.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.tapkustomer.Secret;
import io.github.tapkustomer.mask.Mask;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.mask.Way;
import io.github.tapkustomer.singer.FieldPattern;
import io.github.tapkustomer.stream.Streams;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What masks add to the one pass over a page, for each conversation, with the compiler that the
 * launcher chooses. The page is small and always the same, so that the least time ({@code p0.00})
 * means something on a busy machine too.
 */
@State(Scope.Thread)
@Fork(
    value = 2,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MaskBenchmark {
  private static final int CONVERSATIONS = 50;
  private static final List<String> COLUMNS = List.of("name", "preview", "status", "direction");

  /** How many columns are masked, and in which way. */
  @Param({"0", "1 redact", "1 partial", "1 sha256", "1 hmac", "4 sha256", "4 hmac"})
  public String masked;

  private byte[] page;
  private RecordFormat format;

  @Setup
  public void fetchPage() throws IOException, InterruptedException {
    page = ConversationPages.fetch(CONVERSATIONS, CONVERSATIONS).get(0);
    format =
        Encoding.plan(
            "conversations",
            Streams.find("conversations").orElseThrow().schema(),
            false,
            JsonNodeFactory.instance.objectNode(),
            masks().of("conversations"));
  }

  private Masks masks() {
    String[] words = masked.split(" ");
    return new Masks(
        COLUMNS.stream()
            .limit(Integer.parseInt(words[0]))
            .map(column -> FieldPattern.parse("conversations." + column).orElseThrow())
            .map(pattern -> new Mask(pattern, way(words[1])))
            .toList());
  }

  private static Way way(String name) {
    return switch (name) {
      case "redact" -> new Way.Redact();
      case "partial" -> new Way.Partial(4);
      case "sha256" -> new Way.Sha256();
      case "hmac" -> new Way.Hmac(new Secret("a key of the benchmark's own"));
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Benchmark
  @OperationsPerInvocation(CONVERSATIONS)
  public int recordPass() throws IOException {
    return ConversationPages.encode(page, format);
  }
}
