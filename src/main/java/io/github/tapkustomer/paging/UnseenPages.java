package io.github.tapkustomer.paging;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.record.Chunk;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.ParentPage.Parent;
import io.github.tapkustomer.record.RecordFormat;

/** A sink for pages that are asked for their {@code total} alone. */
public record UnseenPages(RecordFormat plan) implements PageSink {
  public UnseenPages {
    requireNonNull(plan, "plan");
  }

  @Override
  public void awaitRoom() {}

  @Override
  public void accept(Chunk chunk) {}

  @Override
  public void gone() {}

  @Override
  public boolean passOver(Parent object, String why) {
    return false;
  }

  @Override
  public void read(PageSummary page) {}

  @Override
  public void readBelow(PageSummary page) {}
}
