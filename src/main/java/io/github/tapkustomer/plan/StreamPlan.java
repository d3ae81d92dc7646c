package io.github.tapkustomer.plan;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.read.ListReader;
import io.github.tapkustomer.read.object.ObjectOutcomes;
import io.github.tapkustomer.read.object.ObjectRequests;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import io.github.tapkustomer.singer.Bookmark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What to read of one stream, and with which reader; no request has been made yet. */
public sealed interface StreamPlan {
  /** How its records are encoded. */
  RecordFormat format();

  /** Where to read from. */
  Bookmark bookmark();

  /** Calls the visitor's method for this kind of plan. */
  <T> T accept(Visitor<T> visitor);

  /** Tells the kinds of plans apart. */
  interface Visitor<T> {
    T windows(WindowPlan plan);

    T list(ListPlan plan);

    T objects(ObjectsPlan plan);
  }

  /**
   * A stream that is read by time: a search, the children of what a search finds, an audit log.
   *
   * @param windows disjoint, all before {@code until}
   * @param counted the ranges whose records the API counts
   * @param until what is updated later belongs to the next run
   * @param certain the server's clock had certainly reached this when the run was planned
   * @param outcomes of the requests for single objects, if it makes any
   */
  record WindowPlan(
      RecordFormat format,
      Bookmark bookmark,
      List<PlannedWindow> windows,
      List<CountedRange> counted,
      Instant until,
      Instant certain,
      Optional<ObjectOutcomes> outcomes)
      implements StreamPlan {
    public WindowPlan {
      requireNonNull(format, "format");
      requireNonNull(bookmark, "bookmark");
      windows = List.copyOf(windows);
      counted = List.copyOf(counted);
      requireNonNull(until, "until");
      requireNonNull(certain, "certain");
      requireNonNull(outcomes, "outcomes");
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.windows(this);
    }
  }

  /**
   * A list, which is read whole.
   *
   * @param began the server's time, not later than the first request
   */
  record ListPlan(RecordFormat format, Bookmark bookmark, ListReader reader, Instant began)
      implements StreamPlan {
    public ListPlan {
      requireNonNull(format, "format");
      requireNonNull(bookmark, "bookmark");
      requireNonNull(reader, "reader");
      requireNonNull(began, "began");
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.list(this);
    }
  }

  /**
   * One request for each of some objects.
   *
   * @param objects ask for the objects, a part at a time, each part once
   */
  record ObjectsPlan(
      RecordFormat format,
      List<Supplier<List<Parent>>> objects,
      ObjectRequests requests,
      ObjectOutcomes outcomes)
      implements StreamPlan {
    public ObjectsPlan {
      requireNonNull(format, "format");
      objects = List.copyOf(objects);
      requireNonNull(requests, "requests");
      requireNonNull(outcomes, "outcomes");
    }

    @Override
    public Bookmark bookmark() {
      return Bookmark.NONE;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.objects(this);
    }
  }
}
