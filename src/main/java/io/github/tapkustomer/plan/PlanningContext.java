package io.github.tapkustomer.plan;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.read.page.SharedParents;
import java.time.Instant;
import java.util.concurrent.ExecutorService;

/**
 * What the plans of one run have in common.
 *
 * @param objectWorkers make the requests for single objects
 * @param parents the pages of parents whose children are read
 * @param now the server's time, at the latest: one for all streams, so that children of the same
 *     parents ask for the same pages
 * @param sample whether only a record or two of each stream is wanted
 */
record PlanningContext(
    Settings settings,
    KustomerClient client,
    ExecutorService objectWorkers,
    SharedParents parents,
    Instant now,
    boolean sample) {
  PlanningContext {
    requireNonNull(settings, "settings");
    requireNonNull(client, "client");
    requireNonNull(objectWorkers, "objectWorkers");
    requireNonNull(parents, "parents");
    requireNonNull(now, "now");
  }
}
