package io.github.tapkustomer.sync;

import io.github.tapkustomer.plan.StreamPlan;
import io.github.tapkustomer.plan.StreamPlan.ListPlan;
import io.github.tapkustomer.plan.StreamPlan.ObjectsPlan;
import io.github.tapkustomer.plan.StreamPlan.WindowPlan;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.stats.StreamStatistics;
import java.util.function.Consumer;

/** Makes the run of a planned stream. */
record StreamRuns(
    StreamStatistics statistics, Positions positions, Consumer<RecordFormat> activations)
    implements StreamPlan.Visitor<StreamRun> {
  @Override
  public StreamRun windows(WindowPlan plan) {
    return new WindowRun(plan, statistics, positions);
  }

  @Override
  public StreamRun list(ListPlan plan) {
    return new ListRun(plan, statistics, positions, activations);
  }

  @Override
  public StreamRun objects(ObjectsPlan plan) {
    return new ObjectsRun(plan, statistics);
  }
}
