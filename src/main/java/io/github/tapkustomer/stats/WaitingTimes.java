package io.github.tapkustomer.stats;

/**
 * How long a stream's work waited, by cause; waits side by side are added up.
 *
 * @param budgetSeconds for room in the API's budgets
 * @param retrySeconds before requests that had failed were made again
 * @param targetSeconds for whoever reads stdout
 */
public record WaitingTimes(double budgetSeconds, double retrySeconds, double targetSeconds) {}
