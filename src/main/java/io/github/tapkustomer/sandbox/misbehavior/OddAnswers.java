package io.github.tapkustomer.sandbox.misbehavior;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapkustomer.sandbox.server.Answer;
import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.server.Request;
import io.github.tapkustomer.sandbox.server.Route;
import io.github.tapkustomer.sandbox.store.Dice;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Answers in place of the right one. */
final class OddAnswers {
  private static final int ONE_IN = 7;
  private static final int ONCE_IN = 20;
  private static final int REFUSED_ONE_IN = 3;
  private static final int LARGEST_BODY = 150_000;

  private final Set<Misbehavior> active;
  private final long seed;
  private final Dice chance;
  private final Set<String> oddBefore = new HashSet<>();

  OddAnswers(Set<Misbehavior> active, long seed) {
    this.active = active;
    this.seed = seed;
    this.chance = new Dice(seed);
  }

  Answer instead(Request request, Route route, Answer answer) {
    if (active.contains(Misbehavior.REFUSED_CHILDREN) && route.isChild()) {
      Dice dice = ofPath(request);
      if (dice.oneIn(REFUSED_ONE_IN)) {
        return refusal(dice);
      }
    }
    if (active.contains(Misbehavior.LARGE_PAGES) && answer.body().length > LARGEST_BODY) {
      return ofPath(request).oneIn(2) ? gateway(413, "Content Too Large") : gateway(504, "Timeout");
    }
    return passing(request, answer);
  }

  /** Never odd twice for the same request, so that a retry helps. */
  private synchronized Answer passing(Request request, Answer answer) {
    String asked = request.target() + request.text();
    for (Misbehavior each :
        new Misbehavior[] {
          Misbehavior.NULL_DATA,
          Misbehavior.ERRORS_WITH_200,
          Misbehavior.HTML_WITH_200,
          Misbehavior.ODD_ANSWERS
        }) {
      int oneIn = each == Misbehavior.ODD_ANSWERS ? ONCE_IN : ONE_IN;
      if (active.contains(each) && chance.oneIn(oneIn) && oddBefore.add(each + asked)) {
        return odd(each);
      }
    }
    return answer;
  }

  private Answer odd(Misbehavior misbehavior) {
    return switch (misbehavior) {
      case NULL_DATA -> Answer.json(200, "{\"data\":null}".getBytes(UTF_8));
      case ERRORS_WITH_200 ->
          Answer.json(200, ApiError.of(500, "internal", "Shard unavailable").answer().body());
      case HTML_WITH_200 -> gateway(200, "Sign in");
      default -> once();
    };
  }

  private Answer once() {
    int status = chance.pick(302, 400, 401, 403, 404, 409, 425);
    if (status == 302) {
      return gateway(302, "Found").with(Map.of("Location", "/v1/maintenance"));
    }
    return status == 425
        ? gateway(425, "Too Early")
        : ApiError.of(status, "odd", "Not now").answer();
  }

  private static Answer refusal(Dice dice) {
    int status = dice.pick(403, 404, 410);
    return ApiError.of(status, "refused", "No access to this object's children").answer();
  }

  private Dice ofPath(Request request) {
    return new Dice(seed ^ Dice.mix(request.path().hashCode()));
  }

  private static Answer gateway(int status, String reason) {
    return Answer.html(
        status, "<html><head><title>%s</title></head><body>%<s</body></html>\n".formatted(reason));
  }
}
