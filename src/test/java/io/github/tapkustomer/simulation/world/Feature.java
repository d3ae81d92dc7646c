package io.github.tapkustomer.simulation.world;

/** What an organization, its API or a target can be like; a scenario draws some. */
public enum Feature {
  /** A list shows a change late. */
  LIST_LAG,
  /** A page of a list can come from a replica that is behind the one before it. */
  STALE_REPLICAS,
  /** In the middle of a run entries leave a list, others enter, others move. */
  LIST_BURSTS,
  /** Entries enter at the front of a list and shift the others. */
  GROWTH_IN_FRONT,
  /** A list without a total grows while it is read. */
  UNCOUNTED_GROWTH,
  /** The total of a list counts its page alone. */
  LIST_TOTAL_OF_PAGE,
  /** A list does not say by a link whether it goes on. */
  LIST_WITHOUT_LINKS,
  /** All SLAs on a page may have no versions. */
  SLAS_WITHOUT_VERSIONS,
  /** The total of a search counts its page alone, and the page is smaller than asked for. */
  SEARCH_TOTAL_OF_PAGE,
  /** The audit log gives fewer entries at once than it was asked for. */
  AUDIT_LOG_CAP,
  /** Many children and objects are refused with 403, 404 or 410. */
  REFUSED_CHILDREN,
  /** A few children answer 500 for as long as the organization changes. */
  BROKEN_CHILDREN,
  /** The search takes no filter by a date of conversations' children. */
  CHILD_FILTER_REFUSED,
  /** The search takes such a filter, and then finds nothing. */
  CHILD_FILTER_EMPTY,
  /** A search that does not keep the sort mixes its records up, instead of reversing them. */
  SHUFFLED,
  /** Klasses come and go between the runs, and are listed in another order. */
  CHANGING_KLASSES,
  /** A column holds values of many types. */
  DRIFTING_VALUES,
  /** Other taps use up a part of the budgets. */
  OTHER_TAPS,
  /** The target takes its time. */
  SLOW_TARGET,
  /** A run with an {@code end_date} reads full tables too. */
  END_DATE_AND_FULL_TABLES,
  /** By its roles the key may read hardly anything. */
  MISLEADING_ROLES,
  /**
   * Something between tap and API answers now and then in its place, once in a run to a request.
   */
  ODD_ANSWERS,
  /** The key may not read one of the streams. */
  REFUSED_STREAM,
  /** The first run is a sample of one record for each stream. */
  SAMPLE
}
