package io.github.tapkustomer.http.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Callers of one budget in simulated time: each asks how long to wait, waits, sends, and asks again
 * once its answer is there.
 *
 * @param inFlight callers
 * @param latency from sending to the answer on average, in milliseconds
 * @param skew the server's clock less the callers', in milliseconds
 * @param phase how far from a whole second the server's windows end
 * @param roundsUp whether the headers state the second after that end, or the one before
 * @param others requests that others make of the same budget, per window
 * @param processes taps that share the budget, each with so many callers
 */
record BudgetSimulation(
    int limit,
    Duration window,
    int inFlight,
    int latency,
    long skew,
    long phase,
    boolean roundsUp,
    double reserve,
    int others,
    int processes) {
  private static final long START = 1_795_511_217_345L;

  /**
   * What the callers were granted.
   *
   * @param share what was allowed, of what was possible
   * @param allowedOfEach of each process
   */
  record Outcome(
      int allowed, int refused, int othersRefused, double share, List<Integer> allowedOfEach) {
    double refusedShare() {
      return refused / (double) (allowed + refused);
    }
  }

  private enum Kind {
    WAKES,
    ARRIVES,
    ANSWERED,
    ANOTHER
  }

  private record Event(
      long at,
      long order,
      Kind kind,
      int process,
      SentRequest request,
      FixedWindowServer.Answer answer) {}

  static BudgetSimulation of(int limit, int windowSeconds, int inFlight, int latency) {
    Duration window = Duration.ofSeconds(windowSeconds);
    return new BudgetSimulation(limit, window, inFlight, latency, 0, 0, false, 0, 0, 1);
  }

  BudgetSimulation endsStatedEarly(long millis) {
    return new BudgetSimulation(
        limit, window, inFlight, latency, skew, millis, false, reserve, others, processes);
  }

  BudgetSimulation endsStatedLate(long millis) {
    return new BudgetSimulation(
        limit, window, inFlight, latency, skew, 1000 - millis, true, reserve, others, processes);
  }

  BudgetSimulation withSkew(long millis) {
    return new BudgetSimulation(
        limit, window, inFlight, latency, millis, phase, roundsUp, reserve, others, processes);
  }

  BudgetSimulation withReserve(double share) {
    return new BudgetSimulation(
        limit, window, inFlight, latency, skew, phase, roundsUp, share, others, processes);
  }

  BudgetSimulation withOthers(int perWindow) {
    return new BudgetSimulation(
        limit, window, inFlight, latency, skew, phase, roundsUp, reserve, perWindow, processes);
  }

  BudgetSimulation inProcesses(int number) {
    return new BudgetSimulation(
        limit, window, inFlight, latency, skew, phase, roundsUp, reserve, others, number);
  }

  /** The most requests that the budget or the callers' round trips allow. */
  double possible(Duration time) {
    double byBudget = (limit * (1 - reserve) - others) * time.toMillis() / window.toMillis();
    double byCallers =
        latency == 0 ? byBudget : processes * inFlight * (double) time.toMillis() / latency;
    return Math.min(byBudget, byCallers);
  }

  /** Runs for a time that is measured after the first window and a part of it to learn in. */
  Outcome run(Duration time) {
    return runWhileClocksMove(time, Duration.ZERO, Duration.ZERO);
  }

  /**
   * The same, but after a quarter of the time the server's clock is suddenly ahead by so much more,
   * as when the callers' machine has slept, or the server's clock was set.
   */
  Outcome runWhileClocksMove(Duration time, Duration ahead) {
    return runWhileClocksMove(time, ahead, Duration.ZERO);
  }

  /** The same, of two servers in turn, the second of which is ahead by so much in its Date. */
  Outcome runWithClocksApart(Duration time, Duration apart) {
    return runWhileClocksMove(time, Duration.ZERO, apart);
  }

  private Outcome runWhileClocksMove(Duration time, Duration ahead, Duration apart) {
    return new Run(this, apart.toMillis()).run(time, ahead.toMillis());
  }

  private static final class Run {
    private final BudgetSimulation setup;
    private final List<Budget> budgets = new ArrayList<>();
    private final ClockOffset[] clocks;
    private final int[] allowed;
    private final FixedWindowServer server;
    private final Random random = new Random(7);
    private final PriorityQueue<Event> events =
        new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    private final long apart;
    private long skew;
    private long order;

    Run(BudgetSimulation setup, long apart) {
      this.setup = setup;
      this.apart = apart;
      this.skew = setup.skew;
      this.clocks = new ClockOffset[setup.processes];
      this.allowed = new int[setup.processes];
      for (int i = 0; i < setup.processes; i++) {
        budgets.add(new Budget(100, setup.reserve));
      }
      this.server = new FixedWindowServer(setup.limit, setup.window, setup.phase, setup.roundsUp);
    }

    Outcome run(Duration time, long ahead) {
      for (int i = 0; i < setup.inFlight * setup.processes; i++) {
        int process = i % setup.processes;
        // They start a little apart.
        add(START + 300L * process, Kind.WAKES, process, null, null);
      }
      if (setup.others > 0) {
        add(START, Kind.ANOTHER, 0, null, null);
      }
      long window = setup.window.toMillis();
      long serverStart = START + skew;
      long from = START - Math.floorMod(serverStart - setup.phase, window) + 2 * window;
      until(from);
      int before = server.allowed();
      Arrays.fill(allowed, 0);
      until(from + time.toMillis() / 4);
      skew += ahead;
      until(from + time.toMillis());
      int all = server.allowed() - before;
      return new Outcome(
          all,
          server.refused(),
          server.othersRefused(),
          all / setup.possible(time),
          Arrays.stream(allowed).boxed().toList());
    }

    private void until(long end) {
      while (events.peek().at < end) {
        happen(events.poll());
      }
    }

    private void happen(Event event) {
      long now = event.at;
      int process = event.process;
      Budget budget = budgets.get(process);
      switch (event.kind) {
        case WAKES -> {
          long wait = budget.waitMillis(now);
          if (wait > 0) {
            add(now + wait, Kind.WAKES, process, null, null);
          } else {
            add(now + halfLatency(), Kind.ARRIVES, process, budget.send(now), null);
          }
        }
        case ARRIVES -> {
          FixedWindowServer.Answer answer = server.take(now + skew);
          allowed[process] += answer.allowed() ? 1 : 0;
          add(now + halfLatency(), Kind.ANSWERED, process, event.request, answer);
        }
        case ANSWERED -> {
          answer(budget, event, now);
          add(now, Kind.WAKES, process, null, null);
        }
        case ANOTHER -> {
          server.takeByAnother(now + skew);
          int pause = (int) setup.window.toMillis() / setup.others;
          add(now + pause / 2 + random.nextInt(pause), Kind.ANOTHER, 0, null, null);
        }
        default -> throw new AssertionError(event.kind);
      }
    }

    private void answer(Budget budget, Event event, long now) {
      RateHeaders headers = event.answer.headers();
      ClockOffset clocks = learn(event, now);
      if (event.answer.allowed()) {
        budget.answered(event.request, now, headers, clocks);
      } else {
        budget.refused(event.request, now, headers, clocks, 3000, random.nextDouble());
      }
    }

    /** As {@link ServerClock} takes it from a Date header of whole seconds. */
    private ClockOffset learn(Event event, long now) {
      long sent = event.request.sentAt();
      long other = random.nextBoolean() ? apart : 0;
      long date = Math.floorDiv((sent + now) / 2 + skew + other, 1000) * 1000;
      ClockOffset told = ClockOffset.of(date, sent, now);
      ClockOffset before = clocks[event.process];
      clocks[event.process] = before == null ? told : before.and(told);
      return clocks[event.process];
    }

    private long halfLatency() {
      return setup.latency == 0 ? 0 : setup.latency / 4 + random.nextInt(setup.latency / 2);
    }

    private void add(
        long at, Kind kind, int process, SentRequest request, FixedWindowServer.Answer answer) {
      events.add(new Event(at, order++, kind, process, request, answer));
    }
  }
}
