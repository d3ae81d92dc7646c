package io.github.tapkustomer.http.limit;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the limiter's arithmetic costs a request: to ask, to leave, to be answered. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BudgetBenchmark {
  private static final int LIMIT = 100;
  private static final ClockOffset CLOCKS = ClockOffset.around(0);

  private final Budget budget = new Budget(LIMIT, 0);
  private long now = 1_795_511_217_345L;
  private int used;

  @Benchmark
  public long request() {
    now += budget.waitMillis(now);
    SentRequest request = budget.send(now);
    used = used % LIMIT + 1;
    long reset = now / 60_000 * 60 + 60;
    RateHeaders.Window window = new RateHeaders.Window(LIMIT, LIMIT - used, reset);
    budget.answered(request, now, new RateHeaders(Optional.of(window), Optional.empty()), CLOCKS);
    return now;
  }
}
