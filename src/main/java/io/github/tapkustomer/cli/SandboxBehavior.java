package io.github.tapkustomer.cli;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.limits.Feature;
import io.github.tapkustomer.sandbox.misbehavior.Misbehavior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How the sandbox differs from Kustomer's documentation, wherever it runs. */
final class SandboxBehavior {
  @Option(
      names = "--misbehave",
      paramLabel = "NAMES",
      split = ",",
      description =
          "Makes the sandbox misbehave in these ways; 'tap-kustomer sandbox --help' lists them.")
  private List<String> misbehaviors = new ArrayList<>();

  @Option(
      names = "--without",
      paramLabel = "FEATURES",
      split = ",",
      description = "Features that the sandbox's plan does not include: ai, routing.")
  private List<String> absentFeatures = new ArrayList<>();

  boolean isUsual() {
    return misbehaviors.isEmpty() && absentFeatures.isEmpty();
  }

  /**
   * The options with what the user asked for.
   *
   * @throws TapException of kind BAD_INPUT if a name is unknown
   */
  SandboxOptions in(SandboxOptions options) {
    try {
      return options
          .withMisbehaviors(named(misbehaviors, Misbehavior::named))
          .withoutFeatures(named(absentFeatures, Feature::named));
    } catch (IllegalArgumentException e) {
      throw TapException.badInput(requireNonNull(e.getMessage()));
    }
  }

  private static <T> Set<T> named(List<String> names, Function<String, T> find) {
    return names.stream().map(String::strip).map(find).collect(Collectors.toSet());
  }

  /** A line for each way to misbehave. */
  static String list() {
    return Arrays.stream(Misbehavior.values())
        .map(each -> "  %-18s %s%n".formatted(each.optionName(), each.description()))
        .collect(Collectors.joining("", "%nWays to misbehave:%n".formatted(), ""));
  }
}
