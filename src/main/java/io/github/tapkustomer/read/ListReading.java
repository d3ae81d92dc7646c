package io.github.tapkustomer.read;

import io.github.tapkustomer.read.page.PageCaps;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.RecordFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of a list, from its first page to its last. Not thread-safe. */
public final class ListReading implements RecordFilter {
  /** After so many pages without anything new, the list is going round in circles. */
  private static final int PAGES_OF_A_CIRCLE = 2;

  /** Pages of fewer records would become too many. */
  private static final int WORTH_AVOIDING = 7;

  private final Instant began;
  private final int size;

  /** A page ends nowhere where one of this size does; 0 where it may end anywhere. */
  private int avoided;

  private final Set<String> settled = new HashSet<>();
  private final Set<String> changing = new HashSet<>();
  private long keyless;
  private long read;
  private int number = 1;
  private int asked;
  private long end;
  private final List<Entry> page = new ArrayList<>();
  private long largestPage;
  private long knownBefore;
  private int pagesWithoutNews;
  private OptionalLong total = OptionalLong.empty();
  private long most;
  private boolean fell;
  private boolean sameTotal = true;

  /**
   * A reading that has not begun.
   *
   * @param began what was updated since then may come and go
   * @param size records per page
   */
  public ListReading(Instant began, int size) {
    this(began, size, 0);
  }

  private ListReading(Instant began, int size, int avoided) {
    this.began = began;
    this.size = size;
    this.avoided = avoided;
    this.asked = size;
  }

  @Override
  public boolean accept(@Nullable String id, Optional<Instant> updatedAt) {
    if (id != null) {
      page.add(new Entry(id, updatedAt.filter(at -> !at.isBefore(began)).isPresent()));
    }
    return true;
  }

  private record Entry(String id, boolean changing) {}

  /**
   * A second reading of the same list: its pages end elsewhere, so that what slipped from one page
   * to another now does not slip there again.
   */
  public ListReading again() {
    int given = (int) Math.min(largestPage, size);
    int notOf = given < WORTH_AVOIDING ? 0 : given;
    return given > 2 ? new ListReading(began, given - 1, notOf) : new ListReading(began, size);
  }

  public int nextPage() {
    return number;
  }

  /** Records to ask for. */
  public int nextSize() {
    return asked;
  }

  OptionalLong total() {
    return total;
  }

  /** Distinct records. */
  long given() {
    return settled.size() + changing.stream().filter(id -> !settled.contains(id)).count() + keyless;
  }

  /** Whether this page, which was just read, is the last. */
  public boolean endsWith(PageSummary summary) {
    // Objects that no records come with do not tell whether the list goes round in circles.
    boolean silent = page.isEmpty() && summary.keyless() == 0;
    takeIn(summary);
    read += summary.records() - (end - (number - 1L) * asked);
    end = (long) number * asked;
    // Where the size that was asked for does not count, pages go by their number alone.
    avoided = summary.records() > asked ? 0 : avoided;
    OptionalLong told = summary.total().isPresent() ? summary.total() : total;
    told = plausible(told, summary.more().orElse(false));
    sameTotal &= number == 1 || told.equals(total);
    fell |= told.isPresent() && told.getAsLong() < most;
    most = Math.max(most, told.orElse(0));
    total = told;
    keyless += summary.keyless();
    if (!silent) {
      pagesWithoutNews = known() == knownBefore ? pagesWithoutNews + 1 : 0;
    }
    knownBefore = known();
    largestPage = Math.max(largestPage, summary.records());
    if (summary.records() == 0 || pagesWithoutNews == PAGES_OF_A_CIRCLE || !goesOn(summary)) {
      return true;
    }
    turnPage();
    return false;
  }

  private void turnPage() {
    if (!turnPage(avoided)) {
      turnPage(0);
    }
  }

  /** To the page that leads on furthest, which may begin with what was read before. */
  private boolean turnPage(int notOf) {
    long furthest = end;
    for (int other = size; other > 0 && furthest < end + size; other--) {
      long page = end / other + 1;
      if (page * other > furthest && (notOf == 0 || page * other % notOf != 0)) {
        number = (int) page;
        asked = other;
        furthest = page * other;
      }
    }
    return furthest > end;
  }

  /** If a page with a total was requested several times, only the last answer counts. */
  private void takeIn(PageSummary summary) {
    int last = summary.records() - summary.keyless();
    int from = summary.total().isPresent() ? Math.max(0, page.size() - last) : 0;
    for (Entry entry : page.subList(from, page.size())) {
      (entry.changing ? changing : settled).add(entry.id);
    }
    page.clear();
  }

  private long known() {
    return settled.size() + (long) changing.size() + keyless;
  }

  /** A total that the links or the records exceed counts something else, such as the page. */
  private OptionalLong plausible(OptionalLong told, boolean more) {
    return told.isPresent() && (told.getAsLong() < read || told.getAsLong() == read && more)
        ? OptionalLong.empty()
        : told;
  }

  /**
   * A count is a hint, a link is a fact: the last page is where neither leads on, nor is it full
   * without either.
   */
  private boolean goesOn(PageSummary summary) {
    if (summary.more().orElse(false) || total.isPresent() && read < total.getAsLong()) {
      return true;
    }
    if (summary.more().isPresent()) {
      return false;
    }
    int records = summary.records();
    if (total.isPresent()) {
      // A total no larger than the first page may count only the page.
      return number == 1 && records >= size;
    }
    return records >= asked || records >= largestPage && PageCaps.mayBeCapped(records);
  }

  /** Whether no entry can have moved to a page that was read before. */
  public boolean isProven() {
    return number == 1
        || sameTotal && total.isPresent() && settled.size() + keyless >= total.getAsLong();
  }

  /**
   * Whether this was exactly the list: everything that it counts came, nothing changed meanwhile,
   * and each record has a key.
   */
  boolean isExact() {
    return keyless == 0
        && changing.isEmpty()
        && (total.isEmpty() || sameTotal && settled.size() == total.getAsLong());
  }

  /** Whether the list itself says that it is empty. */
  boolean isEmptyByCount() {
    return given() == 0 && total.equals(OptionalLong.of(0));
  }

  /** Whether fewer came than the list itself counts. */
  boolean isShort() {
    return total.isPresent() && given() < total.getAsLong();
  }

  /**
   * Whether this reading confirms the one before: it had the same entries, except those that
   * changed meanwhile. If a total fell, since an entry left or a replica lags behind, as many
   * entries must have come as any answer counted.
   */
  boolean confirms(ListReading before) {
    Set<String> expected = new HashSet<>(before.settled);
    expected.removeAll(changing);
    // Where pages overlap, an entry can change between the two that have it.
    Set<String> unchanged = new HashSet<>(settled);
    unchanged.removeAll(changing);
    return expected.equals(unchanged)
        && (!fell && !before.fell || given() >= Math.max(most, before.most));
  }

  OptionalLong pagesLeft() {
    if (total.isEmpty()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Math.max(1, (total.getAsLong() - read + size - 1) / size));
  }
}
