package io.github.tapkustomer.paging;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.record.PageReader;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.ParentPage.Parent;
import io.github.tapkustomer.stream.Endpoint.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** One request, or a few pages, for each of many objects, side by side. */
public final class ObjectRequests {
  private static final int PAGE_SIZE = 100;
  private static final int NOT_FOUND = 404;

  /** Of more objects than this it is not the objects' fault. */
  private static final int MOST_PASSED_OVER = 10;

  private final KustomerClient client;
  private final ExecutorService workers;
  private final String stream;
  private final String path;
  private final Member member;
  private final PageSink sink;
  private final AtomicInteger passedOver = new AtomicInteger();

  /**
   * Requests of one stream.
   *
   * @param workers does them; may be shared
   * @param path below {@code /v1/}, {@code %s} standing for the object's key
   */
  public ObjectRequests(
      KustomerClient client,
      ExecutorService workers,
      String stream,
      String path,
      Member member,
      PageSink sink) {
    this.client = requireNonNull(client, "client");
    this.workers = requireNonNull(workers, "workers");
    this.stream = requireNonNull(stream, "stream");
    this.path = requireNonNull(path, "path");
    this.member = requireNonNull(member, "member");
    this.sink = requireNonNull(sink, "sink");
  }

  /** Returns once everything that belongs to the objects has been passed on. */
  public void read(List<Parent> objects) {
    List<Future<?>> requests = new ArrayList<>();
    objects.forEach(object -> requests.add(workers.submit(() -> read(object))));
    try {
      for (Future<?> request : requests) {
        request.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for children");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      requests.forEach(request -> request.cancel(true));
    }
  }

  private void read(Parent object) {
    String key = ApiRequest.segment(object.key().orElseThrow());
    String base = "/v1/" + path.formatted(key);
    base += base.contains("?") ? "&" : "?";
    Set<String> ids = new HashSet<>();
    try {
      boolean more = true;
      for (int number = 1; more; number++) {
        int before = ids.size();
        PageSummary page =
            readPage(object, base + "page=%d&pageSize=%d".formatted(number, PAGE_SIZE), ids);
        // Over all attempts, the last of which may have brought nothing that was not seen before.
        boolean news = ids.size() > before || page.keyless() > 0;
        more = news && page.more().orElse(page.records() >= PAGE_SIZE);
      }
    } catch (ApiException refused) {
      if (refused.status() == NOT_FOUND) {
        sink.gone();
      } else {
        passOver(object, refused);
      }
    }
  }

  /** One object must not keep the others from being read, run after run. */
  private void passOver(Parent object, ApiException why) {
    if (passedOver.incrementAndGet() > MOST_PASSED_OVER
        || !sink.passOver(object, why.getMessage())) {
      throw why;
    }
  }

  private PageSummary readPage(Parent object, String path, Set<String> ids) {
    PageSummary page =
        client.ask(
            ApiRequest.get(stream, path),
            sink::awaitRoom,
            body ->
                new PageReader(
                        sink.plan(),
                        (id, at) -> id == null || ids.add(id),
                        member,
                        Optional.of(object),
                        client.serverClock().now(),
                        sink::accept)
                    .read(body));
    sink.readBelow(page);
    return page;
  }
}
