package io.github.tapkustomer.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that meet the same new fields at once never send what no schema has declared. */
class SchemaBeforeRecordsTest {
  private static final int READERS = 4;
  private static final int ROUNDS = 400;
  private static final int VARIANTS = 700;

  @Test
  @Timeout(120)
  void noRecordNeedsALaterSchemaThanItSays() throws Exception {
    Encoding encoding = integers(ROUNDS);
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

  @Test
  @Timeout(120)
  void theVersionCountsUpBeforeAnybodySeesTheVariant() throws Exception {
    RecordFormat format = integers(VARIANTS).plan();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < VARIANTS; i++) {
      columns.add(format.columns().attributes.get("c" + i, JsonToken.VALUE_STRING));
    }
    AtomicInteger watched = new AtomicInteger(-1);
    FutureTask<Integer> early = new FutureTask<>(() -> countSeenEarly(format, columns, watched));
    new Thread(early).start();
    for (int i = 0; i < VARIANTS; i++) {
      while (watched.get() < i) {
        Thread.onSpinWait();
      }
      format.variant(columns.get(i), "text");
    }

    assertThat(early.get()).isZero();
  }

  /** Watches one column after another; counts those seen while the version was still behind. */
  private static int countSeenEarly(
      RecordFormat format, List<Column> columns, AtomicInteger watched) {
    int early = 0;
    for (int i = 0; i < columns.size(); i++) {
      watched.set(i);
      while (columns.get(i).variant() == null) {
        Thread.onSpinWait();
      }
      early += format.version() < i + 1 ? 1 : 0;
    }
    return early;
  }

  private static Encoding integers(int columns) {
    StringBuilder properties = new StringBuilder("\"id\":{\"type\":\"string\"}");
    for (int i = 0; i < columns; i++) {
      properties.append(",\"c%d\":{\"type\":[\"null\",\"integer\"]}".formatted(i));
    }
    return Encoding.ofCatalog("tags", "{\"type\":\"object\",\"properties\":{" + properties + "}}");
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
