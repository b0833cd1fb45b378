// The checks of the frozen evidence were made when it was collected; here it only matters that an expectation is there.
