package io.github.tapkustomer.read.object;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Awaited;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.read.page.RecordPages;
import io.github.tapkustomer.read.page.RecordSink;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import io.github.tapkustomer.stream.Endpoint.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** One request, or a few pages, for each of many objects, side by side. */
public final class ObjectRequests {
  /** An object that could not be read completely. */
  public record Unread(Parent object, ApiException why) {}

  private final ExecutorService workers;
  private final String stream;
  private final ObjectPaths paths;
  private final Member member;
  private final int pageSize;
  private final int mostPages;
  private final RecordPages records;
  private final ObjectOutcomes outcomes;

  /**
   * Requests of one stream.
   *
   * @param workers make them; may be shared
   * @param paths what to request for each object
   * @param mostPages how many pages to read for each object
   * @param outcomes notes how each object's requests ended
   */
  public ObjectRequests(
      KustomerClient client,
      ExecutorService workers,
      String stream,
      ObjectPaths paths,
      Member member,
      int pageSize,
      int mostPages,
      RecordSink sink,
      ObjectOutcomes outcomes) {
    this.workers = requireNonNull(workers, "workers");
    this.stream = requireNonNull(stream, "stream");
    this.paths = requireNonNull(paths, "paths");
    this.member = requireNonNull(member, "member");
    this.pageSize = pageSize;
    this.mostPages = mostPages;
    this.records = new RecordPages(client, sink);
    this.outcomes = requireNonNull(outcomes, "outcomes");
  }

  /**
   * Reads what belongs to the objects; everything that can be read has been passed on when this
   * returns.
   *
   * @return the objects that could not be read though they may exist
   * @throws ApiException if too many of them could not be read, or none was answered
   */
  public List<Unread> read(List<Parent> objects) {
    List<Future<Optional<Unread>>> requests = new ArrayList<>();
    objects.forEach(object -> requests.add(workers.submit(() -> read(object))));
    List<Unread> unread = new ArrayList<>();
    try {
      for (Future<Optional<Unread>> request : requests) {
        Awaited.result(request, "children").ifPresent(unread::add);
      }
    } finally {
      requests.forEach(request -> request.cancel(true));
    }
    outcomes.checkAnswered();
    return unread;
  }

  private Optional<Unread> read(Parent object) {
    List<String> found = new ArrayList<>();
    Optional<Unread> unread = attempt(object, () -> found.addAll(paths.of(object)));
    for (String path : found) {
      unread = unread.or(() -> attempt(object, () -> readPages(object, path)));
    }
    return unread;
  }

  /** Makes a request for an object; if it is refused, the others are still made. */
  private Optional<Unread> attempt(Parent object, Runnable request) {
    try {
      request.run();
      return Optional.empty();
    } catch (ApiException refused) {
      return outcomes.refused(refused)
          ? Optional.empty()
          : Optional.of(new Unread(object, refused));
    }
  }

  private void readPages(Parent object, String path) {
    String base = path + (path.contains("?") ? "&" : "?");
    Set<String> ids = new HashSet<>();
    boolean more = true;
    for (int number = 1; more && number <= mostPages; number++) {
      int before = ids.size();
      PageSummary page =
          records.read(
              ApiRequest.get(stream, base + "page=%d&pageSize=%d".formatted(number, pageSize)),
              (id, at) -> id == null || ids.add(id),
              member,
              Optional.of(object));
      // Over all attempts: the last one may have brought nothing new.
      boolean news = ids.size() > before || page.keyless() > 0;
      more = news && page.more().orElse(page.records() >= pageSize);
    }
    outcomes.answered();
  }
}
