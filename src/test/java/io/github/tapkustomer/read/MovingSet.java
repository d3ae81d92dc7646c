package io.github.tapkustomer.read;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.read.page.SearchPages;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.RecordFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A searchable set that a test can change between two requests. */
final class MovingSet implements SearchPages {
  private final Map<String, Instant> records = new TreeMap<>();
  private final List<String> emitted = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private Runnable beforeEach = () -> {};
  private Comparator<Map.Entry<String, Instant>> order =
      Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey());

  MovingSet put(String id, Instant updatedAt) {
    records.put(id, updatedAt);
    return this;
  }

  void remove(String id) {
    records.remove(id);
  }

  /** Runs before each request is answered. */
  void beforeEach(Runnable change) {
    beforeEach = change;
  }

  void orderBy(Comparator<Map.Entry<String, Instant>> order) {
    this.order = order;
  }

  /** The ids that passed the filter, in order, as often as they passed. */
  List<String> emitted() {
    return emitted;
  }

  int requests() {
    return requests.size();
  }

  @Override
  public PageSummary read(TimeRange range, int page, int size, RecordFilter filter) {
    beforeEach.run();
    requests.add(range + " " + page);
    List<Map.Entry<String, Instant>> found =
        records.entrySet().stream()
            .filter(entry -> !entry.getValue().isBefore(range.from()))
            .filter(entry -> entry.getValue().isBefore(range.to()))
            .sorted(order)
            .toList();
    int from = Math.min(found.size(), (page - 1) * size);
    int to = Math.min(found.size(), from + size);
    return summary(found.subList(from, to), found.size(), to < found.size(), filter);
  }

  private PageSummary summary(
      List<Map.Entry<String, Instant>> shown, int total, boolean more, RecordFilter filter) {
    boolean sorted = true;
    Instant first = null;
    Instant last = null;
    Instant previous = null;
    int ties = 0;
    for (Map.Entry<String, Instant> entry : shown) {
      Instant at = entry.getValue();
      if (filter.accept(entry.getKey(), Optional.of(at))) {
        emitted.add(entry.getKey());
      }
      sorted &= previous == null || !at.isBefore(previous);
      previous = at;
      first = first == null || at.isBefore(first) ? at : first;
      ties =
          last != null && at.equals(last) ? ties + 1 : last == null || at.isAfter(last) ? 1 : ties;
      last = last == null || at.isAfter(last) ? at : last;
    }
    return new PageSummary(
        shown.size(),
        0,
        0,
        Optional.ofNullable(first),
        Optional.ofNullable(last),
        ties,
        sorted,
        OptionalLong.of(total),
        Optional.of(more),
        false);
  }
}
