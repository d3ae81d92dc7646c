package io.github.tapkustomer.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that meet the same new things at once never send what no schema has told of. */
class SchemaBeforeRecordsTest {
  private static final int READERS = 4;
  private static final int ROUNDS = 400;

  @Test
  @Timeout(120)
  void noRecordNeedsALaterSchemaThanItSays() throws Exception {
    StringBuilder properties = new StringBuilder("\"id\":{\"type\":\"string\"}");
    for (int i = 0; i < ROUNDS; i++) {
      properties.append(",\"c%d\":{\"type\":[\"null\",\"integer\"]}".formatted(i));
    }
    Encoding encoding =
        Encoding.ofCatalog("tags", "{\"type\":\"object\",\"properties\":{" + properties + "}}");
    CyclicBarrier together = new CyclicBarrier(READERS);
    ExecutorService threads = Executors.newFixedThreadPool(READERS);
    List<Callable<Integer>> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      readers.add(() -> countEarly(encoding.another(), together));
    }
    int early = 0;
    for (Future<Integer> reader : threads.invokeAll(readers)) {
      early += reader.get();
    }
    threads.shutdown();

    assertThat(early).isZero();
  }

  /** Reads one record in each round; counts those that came while the version was still behind. */
  private static int countEarly(Encoding own, CyclicBarrier together) throws Exception {
    int early = 0;
    for (int i = 0; i < ROUNDS; i++) {
      together.await();
      JsonNode record = own.attributes("\"c%d\":\"text\"".formatted(i));
      assertThat(record.size()).isPositive();
      early += own.lastVersion() < i + 1 ? 1 : 0;
    }
    return early;
  }
}
