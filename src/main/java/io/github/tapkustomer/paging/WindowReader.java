package io.github.tapkustomer.paging;

/** Works through a window, step by step. */
public interface WindowReader {
  /** Reads on a little and moves the window's position, which must not be at its end yet. */
  void step(SearchWindow window, ReadingListener listener);
}
