namespace TorchSharp.Modules;

public sealed partial class Rprop
{
    private partial void Change(Parameter parameter, torch.Tensor gradient, in Numbers o, State state)
    {
        state.step++;
        var slope = o.maximize ? gradient.neg() : gradient;
        var agreement = slope.mul(state.prev);
        var turned = agreement.lt(0);
        var factor = torch.ones_like(slope).masked_fill_(agreement.gt(0), o.etaplus).masked_fill_(turned, o.etaminus);
        state.step_size.mul_(factor).clamp_(o.min_step, o.max_step);
        // Where the sign turned the parameter rests for a step.
        state.prev.copy_(slope).masked_fill_(turned, 0);
        parameter.addcmul_(state.prev.sign(), state.step_size, -1);
    }
}
