package io.github.tapkustomer.bench;

/** Does nothing: what starting it takes is the JVM's. */
public final class Empty {
  private Empty() {}

  public static void main(String[] arguments) {}
}
