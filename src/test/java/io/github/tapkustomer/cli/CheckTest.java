package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.faults.Fault;
import io.github.tapkustomer.sandbox.limits.Feature;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.server.Traffic.Asked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  private static final Instant MONTH_AGO = Instant.now().minusSeconds(30 * 86_400);

  @TempDir Path folder;

  @Test
  void countsWhatASyncWouldReadWithASearchForEachStream() {
    Organization organization = Organization.empty(Clock.systemUTC());
    organization.addGenerated("conversation", 1201, MONTH_AGO, MONTH_AGO.plusSeconds(9000));
    organization.addGenerated("message", 3, MONTH_AGO, MONTH_AGO.plusSeconds(9000));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      Tap.Run run = check(sandbox, "--select", "conversations,messages,attachments");

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      assertThat(run.stdout())
          .contains("key                    good, with ")
          .contains("clock                  agrees with the server's")
          .containsPattern("search budget +100 per minute, 9\\d left, 0% reserved")
          .containsPattern("conversations +1,201 +3\n")
          .containsPattern("messages +3 +1\n")
          .containsPattern("attachments +unknown +1,201\n")
          .contains("at least 4 searches and 1,201 other requests, and 2 minutes under these");
      assertThat(sandbox.traffic().count(Asked.SEARCH))
          .as("one more for the rate at which what has children changes")
          .isEqualTo(4);
      assertThat(run.stderr()).doesNotContain("METRIC");
    }
  }

  @Test
  void saysHowManyRequestsChildrenTakeForEachHourOfChanges() {
    Organization organization = Organization.empty(Clock.systemUTC());
    Instant dayAgo = Instant.now().minusSeconds(80_000);
    organization.addGenerated("conversation", 240, dayAgo, dayAgo.plusSeconds(70_000));
    organization.addGenerated("conversation", 500, MONTH_AGO, MONTH_AGO.plusSeconds(9000));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      assertThat(check(sandbox, "--select", "conversation_events,work_items").stdout())
          .containsPattern("conversation_events +unknown +740\n")
          .contains(
              "conversation_events, work_items: about 20 requests for each hour of changes like"
                  + " those of the last day.");
      assertThat(check(sandbox, "--select", "conversations").stdout()).doesNotContain("hour");
    }
  }

  @Test
  void skipsWhatThePlanDoesNotIncludeUnlessItIsNamed() {
    SandboxOptions options = SandboxOptions.defaults().withoutFeatures(Set.of(Feature.values()));
    try (Sandbox sandbox = Sandbox.start(options, Organization.generate(1, 5, Clock.systemUTC()))) {
      Tap.Run run = check(sandbox);
      Tap.Run named = check(sandbox, "--select", "ai_automations");

      assertThat(run.exitCode()).as(run.stdout()).isZero();
      assertThat(run.stdout())
          .containsPattern("ai_automations +not there in this organization, whose plan may not")
          .containsPattern("queues +not there in this organization, whose plan may not");
      assertThat(named.exitCode()).isEqualTo(ExitCode.STREAMS_FAILED);
      assertThat(named.stdout()).containsPattern("ai_automations +NOT READABLE");
    }
  }

  @Test
  void countsOfAListOnlyWhatTheApiCounts() {
    Organization organization = Organization.generate(1, 5, Clock.systemUTC());
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      assertThat(check(sandbox, "--select", "slas,sla_versions,users").stdout())
          .containsPattern("slas +4 +1\n")
          .as("its total is that of the agreements which the versions come with")
          .containsPattern("sla_versions +unknown +1\n")
          .containsPattern("users +40 +2\n");
    }
  }

  @Test
  void countsFromTheStateIfOneIsGiven() throws Exception {
    Organization organization = Organization.empty(Clock.systemUTC());
    organization.addGenerated("note", 40, MONTH_AGO, MONTH_AGO.plusSeconds(9000));
    Path state = folder.resolve("state.json");
    Files.writeString(
        state, "{\"bookmarks\":{\"notes\":\"%s\"}}".formatted(MONTH_AGO.plusSeconds(20_000)));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      assertThat(check(sandbox, "--select", "notes").stdout()).containsPattern("notes +40 +1\n");
      assertThat(check(sandbox, "--select", "notes", "--state", state.toString()).stdout())
          .containsPattern("notes +0 +1\n");
    }
  }

  @Test
  void countsFromWhereAStreamThatHasBeenQuietIsRead() throws Exception {
    Organization organization = Organization.empty(Clock.systemUTC());
    organization.addGenerated("note", 40, MONTH_AGO, MONTH_AGO.plusSeconds(9000));
    Path state = folder.resolve("state.json");
    Files.writeString(
        state,
        """
        {"bookmarks": {"notes": {"updated_at": "2020-01-01", "unfinished":
          {"updated_at": "2020-01-01", "until": "%s", "remaining": []}}}}
        """
            .formatted(MONTH_AGO.plusSeconds(20_000)));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      assertThat(check(sandbox, "--select", "notes", "--state", state.toString()).stdout())
          .containsPattern("notes +0 +1\n");
    }
  }

  @Test
  void makesNoRequestIfAGivenFileCannotBeUsed() {
    Organization organization = Organization.generate(1, 5, Clock.systemUTC());
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      for (String option : List.of("--state", "--catalog")) {
        Tap.Run run = check(sandbox, option, folder.resolve("absent.json").toString());
        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.criticalLines()).hasSize(1);
      }
      assertThat(sandbox.traffic().total()).isZero();
    }
  }

  @Test
  void namesTheRolesThatAreMissing() {
    SandboxOptions options =
        SandboxOptions.defaults().withWithheldRoles(Set.of("org.permission.team.read"));
    try (Sandbox sandbox = Sandbox.start(options, Organization.generate(1, 5, Clock.systemUTC()))) {
      Tap.Run run = check(sandbox);

      assertThat(run.exitCode()).as(run.stderr()).isEqualTo(ExitCode.STREAMS_FAILED);
      assertThat(run.stdout())
          .containsPattern(
              "teams +NOT READABLE: GET /v1/teams\\S* answered 403.*create a new key with the role"
                  + " org.permission.team.read")
          .containsPattern("customers +\\d+ +1\n");
    }
  }

  @Test
  void continuesAfterAStreamThatKeepsFailing() {
    try (Sandbox sandbox =
        Sandbox.start(SandboxOptions.defaults(), Organization.generate(1, 5, Clock.systemUTC()))) {
      sandbox.faults().nextFor(target -> target.startsWith("/v1/teams"), Fault.INTERNAL_ERROR);
      Tap.Run run = check(Tap.on(sandbox, folder).set("max_retries", 0));

      assertThat(run.exitCode()).as(run.stderr()).isEqualTo(ExitCode.STREAMS_FAILED);
      assertThat(run.stdout())
          .containsPattern("teams +NOT READABLE: GET /v1/teams\\S+ failed 1 time")
          .containsPattern("tags +\\d+ +\\d+\n");
    }
  }

  @Test
  void saysWhatIsWrongWithTheKey() {
    try (Sandbox sandbox =
        Sandbox.start(SandboxOptions.defaults(), Organization.generate(1, 5, Clock.systemUTC()))) {
      String url = sandbox.uri().toString();
      Tap.Run wrong = check(Tap.at(url, "made-up-key", folder));
      Tap.Run elsewhere = check(Tap.at(url, sandbox.otherRegionApiKey(), folder));

      assertThat(wrong.exitCode()).isEqualTo(ExitCode.KEY_REFUSED);
      assertThat(wrong.stdout()).isEmpty();
      assertThat(wrong.stderr()).contains("CRITICAL the API key was refused with 401");
      assertThat(elsewhere.exitCode()).isEqualTo(ExitCode.KEY_REFUSED);
      assertThat(elsewhere.stderr()).contains("region to eu");
      assertThat(Tap.run("check").exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    }
  }

  private Tap.Run check(Sandbox sandbox, String... options) {
    return check(Tap.on(sandbox, folder), options);
  }

  private static Tap.Run check(Tap tap, String... options) {
    List<String> arguments = new ArrayList<>(List.of("check"));
    arguments.addAll(tap.arguments());
    arguments.addAll(List.of(options));
    return Tap.run(arguments.toArray(String[]::new));
  }
}
