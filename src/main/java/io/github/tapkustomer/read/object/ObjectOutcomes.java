package io.github.tapkustomer.read.object;

import static java.net.HttpURLConnection.HTTP_FORBIDDEN;
import static java.net.HttpURLConnection.HTTP_GONE;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;

import io.github.tapkustomer.http.ApiException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the requests for single objects ended. One object must not keep the others from being read,
 * run after run: if the API refuses it, it is skipped; if the API fails, it is left to the next
 * run. Only if none is answered are the objects not to blame. Thread-safe.
 */
public final class ObjectOutcomes {
  private static final Set<Integer> GONE = Set.of(HTTP_NOT_FOUND, HTTP_GONE);

  /** Once more objects than this have failed, the stream fails instead of skipping them. */
  private static final int MOST_FAILED = 10;

  /** So many forbidden objects, and none allowed, mean that the key lacks a role. */
  private static final int ALL_FORBIDDEN = 5;

  /** So many missing objects, and none found, mean that there is no such endpoint. */
  private static final int ALL_GONE = 20;

  private final boolean isOptional;
  private long answered;
  private long forbidden;
  private long gone;
  private long failed;
  private @Nullable ApiException first;

  /** Outcomes if each object has what is requested, even if that is an empty list. */
  public ObjectOutcomes() {
    this(false);
  }

  /**
   * Outcomes before the first request.
   *
   * @param isOptional whether the API answers 404 for an object without any
   */
  public ObjectOutcomes(boolean isOptional) {
    this.isOptional = isOptional;
  }

  synchronized void answered() {
    answered++;
  }

  /**
   * An object's request was refused.
   *
   * @return whether it is skipped for good; if not, the next run asks again
   * @throws ApiException if too many requests failed
   */
  synchronized boolean refused(ApiException why) {
    if (why.status() == HTTP_FORBIDDEN) {
      forbidden++;
      first = first == null ? why : first;
      return true;
    }
    if (isOptional && why.status() == HTTP_NOT_FOUND) {
      answered++;
      return true;
    }
    if (GONE.contains(why.status())) {
      gone++;
      first = first == null ? why : first;
      return true;
    }
    if (++failed > MOST_FAILED) {
      throw why;
    }
    return false;
  }

  /**
   * Called after each batch.
   *
   * @throws ApiException the first refusal, if many objects were refused and none was answered
   */
  synchronized void checkAnswered() {
    if (answered == 0 && (forbidden >= ALL_FORBIDDEN || gone >= ALL_GONE)) {
      throw first;
    }
  }

  /** Objects that the key may not read. */
  public synchronized long forbidden() {
    return forbidden;
  }

  /** Objects that were gone when they were asked for. */
  public synchronized long gone() {
    return gone;
  }
}
