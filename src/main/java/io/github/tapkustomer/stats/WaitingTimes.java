package io.github.tapkustomer.stats;

/**
 * How long a stream waited by the clock, by cause; threads that wait side by side count once.
 *
 * @param budgetSeconds for room in the API's budgets
 * @param retrySeconds before requests that had failed were made again
 * @param targetSeconds for the target, which reads stdout
 */
public record WaitingTimes(double budgetSeconds, double retrySeconds, double targetSeconds) {}
