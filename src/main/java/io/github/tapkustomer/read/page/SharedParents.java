package io.github.tapkustomer.read.page;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Awaited;
import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.record.page.ParentPage;
import io.github.tapkustomer.record.page.ParentPageReader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;

/**
 * Pages of parents, each requested once for all the streams of children that read them side by
 * side. A stream never gets the same answer twice: if it asks again, it wants the page as it is
 * now. Thread-safe.
 */
public final class SharedParents {
  /** Streams take turns, so none is more than a few pages behind another. */
  private static final int MOST_KEPT = 64;

  private final KustomerClient client;
  private final Set<String> keys = new TreeSet<>();
  private final Map<Asked, Answer> answers = new LinkedHashMap<>();

  /** No pages yet. */
  public SharedParents(KustomerClient client) {
    this.client = requireNonNull(client, "client");
  }

  /** What is requested, whichever stream asks. */
  private record Asked(SearchRequests requests, TimeRange range, int page, int size) {}

  /** A page that was requested, and the streams that have it. */
  private record Answer(FutureTask<ParentPage> page, Set<String> taken) {}

  /** Keeps this key of each parent, a JSON pointer, from the first page on. */
  public synchronized void keep(String key) {
    keys.add(key);
  }

  /** A page for the stream that the requests are made for. */
  ParentPage page(SearchRequests requests, TimeRange range, int page, int size) {
    Asked asked = new Asked(requests.forStream(""), range, page, size);
    Answer answer = answer(asked, requests, range, page, size);
    answer.page.run();
    try {
      return Awaited.result(answer.page, "parents");
    } catch (RuntimeException failure) {
      forget(asked, answer);
      throw failure;
    }
  }

  private synchronized Answer answer(
      Asked asked, SearchRequests requests, TimeRange range, int page, int size) {
    Answer answer = answers.get(asked);
    if (answer == null || !answer.taken.add(requests.stream())) {
      Set<String> kept = Set.copyOf(keys);
      answer =
          new Answer(
              new FutureTask<>(() -> read(requests, range, page, size, kept)),
              new HashSet<>(Set.of(requests.stream())));
      answers.remove(asked);
      answers.put(asked, answer);
      if (answers.size() > MOST_KEPT) {
        answers.remove(answers.keySet().iterator().next());
      }
    }
    return answer;
  }

  private synchronized void forget(Asked asked, Answer failed) {
    answers.remove(asked, failed);
  }

  private ParentPage read(
      SearchRequests requests, TimeRange range, int page, int size, Set<String> kept) {
    return client.ask(
        requests.page(range, page, size),
        body -> {
          ParentPage read = new ParentPageReader(kept).read(body);
          ApiSearchPages.whole(read.summary(), page);
          return read;
        });
  }
}
