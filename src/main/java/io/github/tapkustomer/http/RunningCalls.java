package io.github.tapkustomer.http;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Tracks calls from their start to the last byte of their bodies, so that all can be canceled.
 * OkHttp's dispatcher forgets a call once its headers have come.
 */
final class RunningCalls extends EventListener {
  private final Set<Call> running = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  /** Cancels the running calls, and each that starts from now on. */
  void end() {
    ended = true;
    running.forEach(Call::cancel);
  }

  @Override
  public void callStart(Call call) {
    running.add(call);
    if (ended) {
      call.cancel();
    }
  }

  @Override
  public void callEnd(Call call) {
    running.remove(call);
  }

  @Override
  public void callFailed(Call call, IOException failure) {
    running.remove(call);
  }
}
