using HitSongs.Expectations;
using HitSongs.Hosts;

// HitSongs.Expectations   draws inputs and checks observations on request
RequestLoop.Run<ExpectationRequest, ExpectationReply>(ExpectationRequest.Json, new ExpectationHost().Answer);
