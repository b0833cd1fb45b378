// Writes what the optimizers have in common from the table below: builders, constructors, options, parameter groups and states.
//     dotnet run build/optimizers.cs src/LibTorch/optim
// The step itself is written by hand in the file beside each generated one.
#pragma warning disable MA0047 // A program of one file has no namespace.
using System.Text;

const string Adaptive = "beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0";
const string Moments = "long step; Tensor exp_avg=zeros; Tensor exp_avg_sq=zeros";
Kind[] kinds =
[
    new("SGD", "Gradient descent, with momentum where asked for.", "!", "!", "1e-3",
        "momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=false, maximize=false", "Tensor? momentum_buffer"),
    new("Adam", "Adam: steps scaled by the means of the gradient and of its square.", "1e-3", "1e-3", "1e-3",
        Adaptive + ", amsgrad=false, maximize=false", Moments + "; Tensor? max_exp_avg_sq"),
    new("AdamW", "AdamW: Adam with the weight decay apart from the gradient.", "1e-3", "1e-3", "1e-3",
        Adaptive + ", amsgrad=false, maximize=false", Moments + "; Tensor? max_exp_avg_sq"),
    new("Adamax", "Adamax: Adam with the largest gradient in place of the mean square.", "2e-3", "!", "1.0",
        Adaptive, "long step; Tensor exp_avg=zeros; Tensor exp_inf=zeros"),
    new("NAdam", "NAdam: Adam with Nesterov's momentum.", "2e-3", "!", "1.0",
        Adaptive + ", momentum_decay=4e-3", Moments + "; double mu_product=1") { Named = "named_parameters" },
    new("RAdam", "RAdam: Adam that waits with scaling until its variance is known.", "2e-3", "!", "1.0", Adaptive, Moments),
    new("RMSProp", "RMSProp: steps divided by the root of the mean square of the gradient.", "1e-2", "1e-3", "1e-3",
        "alpha=0.99, eps=1e-8, weight_decay=0.0, momentum=0.0, centered=false, maximize=false",
        "long step; Tensor square_avg=zeros; Tensor? momentum_buffer; Tensor? grad_avg")
        { GroupArguments = "eps=1e-8, alpha=0.99, weight_decay=0.0, momentum=0.0, centered=false" },
    new("Adagrad", "Adagrad: steps divided by the root of the sum of the gradient's squares.", "1e-2", "1e-2", "1e-2",
        "lr_decay=0.0, weight_decay=0.0, initial_accumulator_value=0.0, eps=1e-10", "long step; Tensor sum=full(initial_accumulator_value)"),
    new("Adadelta", "Adadelta: steps that find their own size.", "1.0", "!", "1.0",
        "rho=0.9, eps=1e-6, weight_decay=0.0, maximize=false", "long step; Tensor square_avg=zeros; Tensor acc_delta=zeros"),
    new("ASGD", "Averaged gradient descent; the mean of all parameters so far is kept in the state.", "1e-3", "1e-2", "1e-2",
        "lambd=1e-4, alpha=0.75, t0=1e6, weight_decay=0.0, maximize=false", "long step; double eta=options.LearningRate!.Value; double mu=1; Tensor ax=zeros")
        { GroupArguments = "lambd=1e-4, alpha=0.75, t0=1e6, weight_decay=0.0", BuilderGroup = "ParamGroup<ASGD.Options>" },
    new("Rprop", "Rprop: steps that follow the gradient's sign alone.", "1e-2", "1e-2", "1e-2",
        "etaminus=0.5, etaplus=1.2, min_step=1e-6, max_step=50.0, maximize=false", "long step; Tensor prev=zeros; Tensor step_size=full(LearningRate)"),
];

var meanings = new Dictionary<string, string>
{
    ["momentum"] = "How much of the last step goes into the next.",
    ["dampening"] = "How much of the gradient is left out of the momentum.",
    ["weight_decay"] = "How strongly parameters are pulled to 0.",
    ["nesterov"] = "Take the gradient where the momentum leads.",
    ["maximize"] = "Climb instead of descend.",
    ["beta1"] = "How slowly the mean of the gradient follows it.",
    ["beta2"] = "How slowly the mean of its square follows it.",
    ["eps"] = "Added to the divisor.",
    ["amsgrad"] = "Divide by the largest mean square so far.",
    ["momentum_decay"] = "How fast the momentum grows to its full size.",
    ["alpha"] = "How slowly the mean follows; for ASGD the power by which the rate falls.",
    ["centered"] = "Divide by the deviation instead of the mean square.",
    ["lr_decay"] = "How fast the learning rate falls.",
    ["initial_accumulator_value"] = "What the sum of squares begins with.",
    ["rho"] = "How slowly the mean square follows.",
    ["lambd"] = "How strongly parameters decay.",
    ["t0"] = "The step from which on the mean is taken.",
    ["etaminus"] = "What the step is multiplied by where the gradient changed its sign.",
    ["etaplus"] = "What the step is multiplied by where it did not.",
    ["min_step"] = "The smallest step.",
    ["max_step"] = "The largest step.",
};

foreach (var kind in kinds) File.WriteAllText(Path.Combine(args[0], kind.Name + ".g.cs"), Write(kind));

string Write(Kind k)
{
    var name = k.Name;
    Option[] options = Parse(k.Arguments), groupOptions = Parse(k.GroupArguments ?? k.Arguments);
    var rest = string.Join(", ", options.Select(o => $"{o.Type} {o.Name} = {o.Default}"));
    var pass = string.Join(", ", options.Select(o => o.Name));
    var betas = options.Any(o => o.Name == "beta1");
    var momentum = options.Any(o => o.Name == "momentum");
    var interfaces = betas ? ", torch.optim.IBetas" : momentum ? ", torch.optim.IMomentum" : "";
    var builderRate = k.BuilderRate == "!" ? "double learningRate" : $"double lr = {k.BuilderRate}";
    var builderPass = (k.BuilderRate == "!" ? "learningRate, " : "lr, ") + pass;
    var rate = k.Rate == "!" ? "double lr" : $"double lr = {k.Rate}";
    var groupRate = k.Rate == "!" && name != "SGD" ? "double lr = " + k.BuilderRate : rate;
    var s = new StringBuilder();
    s.Append($$"""
        // <auto-generated>Written by: dotnet run build/optimizers.cs src/LibTorch/optim</auto-generated>
        #nullable enable
        using TorchSharp.Modules;

        namespace TorchSharp
        {
            public static partial class torch
            {
                public static partial class optim
                {
                    /// <summary>{{k.Summary}}</summary>
                    /// <param name="{{(k.BuilderRate == "!" ? "learningRate" : "lr")}}">How far a step goes.</param>
        {{string.Join("\n", options.Select(o => $"            /// <param name=\"{o.Name}\">{meanings[o.Name]}</param>"))}}
                    /// <exception cref="ArgumentException">A number is out of its range, or a parameter comes twice.</exception>
                    public static {{name}} {{name}}(IEnumerable<Parameter> {{k.Named}}, {{builderRate}}, {{rest}}) =>
                        new({{k.Named}}, {{builderPass}});

                    /// <inheritdoc cref="{{name}}(IEnumerable{Parameter}, double{{string.Concat(options.Select(o => ", " + o.Type))}})"/>
                    public static {{name}} {{name}}(IEnumerable<(string name, Parameter parameter)> {{k.Named}}, {{builderRate}}, {{rest}}) =>
                        new({{k.Named}}.Select(named => named.parameter), {{builderPass}});

                    /// <inheritdoc cref="{{name}}(IEnumerable{Parameter}, double{{string.Concat(options.Select(o => ", " + o.Type))}})"/>
                    public static {{name}} {{name}}(IEnumerable<{{k.BuilderGroup ?? name + ".ParamGroup"}}> parameters, {{builderRate}}, {{rest}}) =>
                        new(parameters, {{builderPass}});
                }
            }
        }

        namespace TorchSharp.Modules
        {
            /// <summary>{{k.Summary}}</summary>
            public sealed partial class {{name}} : OptimizerHelper{{interfaces}}
            {
                public {{name}}(IEnumerable<Parameter> parameters, {{rate}}, {{rest}})
                    : this([new ParamGroup(parameters, new Options())], lr, {{pass}})
                {
                }

                /// <exception cref="ArgumentException">A number is out of its range, or a parameter comes twice.</exception>
                public {{name}}(IEnumerable<{{(k.BuilderGroup is null ? "ParamGroup" : "ParamGroup<Options>")}}> parameters, {{groupRate}}, {{rest}})
                    : base(new Options { LearningRate = lr, InitialLearningRate = lr, {{string.Join(", ", options.Select(o => $"{o.Name} = {o.Name}"))}} })
                {
                    AddGroups(parameters);
                }

        """);
    if (betas)
    {
        s.Append("""

                    /// <summary>Both betas of all groups.</summary>
                    public (double, double) Betas
                    {
                        get => (((Options)Defaults).beta1!.Value, ((Options)Defaults).beta2!.Value);
                        set => SetAll<Options>(options => (options.beta1, options.beta2) = value);
                    }

            """);
    }
    if (momentum)
    {
        s.Append("""

                    /// <summary>The momentum of all groups.</summary>
                    public double Momentum
                    {
                        get => ((Options)Defaults).momentum!.Value;
                        set => SetAll<Options>(options => options.momentum = value);
                    }

            """);
    }
    var fields = k.State.Split("; ").Select(text => Field.Parse(text)).ToArray();
    s.Append($$"""

                private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

                private protected override void Refuse(OptimizerOptions options) => Refuse(Numbers.Of((Options)options));

                private protected override void Change(Parameter parameter, torch.Tensor gradient, OptimizerOptions options, OptimizerState state) =>
                    Change(parameter, gradient, Numbers.Of((Options)options), (State)state);

                static partial void Refuse(in Numbers o);

                private partial void Change(Parameter parameter, torch.Tensor gradient, in Numbers o, State state);

                public sealed class Options : OptimizerOptions
                {
        {{string.Join("\n", options.Select(o => $"            public {o.Type}? {o.Name};"))}}
                }

                public sealed class ParamGroup : ParamGroup<Options>{{interfaces}}
                {
                    public ParamGroup()
                    {
                    }

                    public ParamGroup(IEnumerable<Parameter> parameters, Options options)
                        : base(parameters, options)
                    {
                    }

                    public ParamGroup(IEnumerable<Parameter> parameters, double lr = {{k.GroupRate}}, {{string.Join(", ", groupOptions.Select(o => $"{o.Type} {o.Name} = {o.Default}"))}})
                        : base(parameters, new Options { LearningRate = lr, {{string.Join(", ", groupOptions.Select(o => $"{o.Name} = {o.Name}"))}} })
                    {
                    }

        """);
    if (betas)
    {
        s.Append("""

                        public (double, double) Betas
                        {
                            get => (Options.beta1 ?? 0.9, Options.beta2 ?? 0.999);
                            set => (Options.beta1, Options.beta2) = value;
                        }

            """);
    }
    if (momentum)
    {
        s.Append("""

                        public double Momentum
                        {
                            get => Options.momentum ?? 0;
                            set => Options.momentum = value;
                        }

            """);
    }
    s.Append($$"""
                }

                public sealed class State : OptimizerState
                {
                    public State(Parameter parameter)
                        : base(parameter)
                    {
                    }

        {{string.Join("\n", fields.Select(f => $"            public {f.Type.Replace("Tensor", "torch.Tensor")} {f.Name}{(f.Type == "Tensor" ? " = null!" : "")};"))}}

                    public override void Initialize(OptimizerOptions options)
                    {
                        base.Initialize(options);
        {{string.Join("\n", fields.Where(f => f.Start is not null).Select(f => $"                {f.Name} = {f.Value};"))}}
                    }
                }

                /// <summary>The options of a group with none left open.</summary>
                private readonly record struct Numbers(double lr, {{string.Join(", ", options.Select(o => $"{o.Type} {o.Name}"))}})
                {
                    public static Numbers Of(Options o) => new(o.LearningRate!.Value, {{string.Join(", ", options.Select(o => $"o.{o.Name}!.Value"))}});
                }
            }
        }

        """);
    return s.ToString().Replace("            \n", "\n").Replace("{\n\n", "{\n");
}

static Option[] Parse(string arguments) =>
    [.. arguments.Split(", ").Select(text => text.Split('=')).Select(pair => new Option(pair[1] is "true" or "false" ? "bool" : "double", pair[0], pair[1]))];

/// <param name="BuilderRate">The learning rate torch.optim takes unless told, "!" where it must be told.</param>
/// <param name="Rate">The same of the class's constructor.</param>
/// <param name="GroupRate">The same of a parameter group.</param>
/// <param name="Arguments">The other options with their defaults.</param>
/// <param name="State">What is remembered of a parameter, and what it begins with.</param>
internal sealed record Kind(string Name, string Summary, string BuilderRate, string Rate, string GroupRate, string Arguments, string State)
{
    public string Named { get; init; } = "parameters";
    public string? GroupArguments { get; init; }
    public string? BuilderGroup { get; init; }
}

internal sealed record Option(string Type, string Name, string Default);

internal sealed record Field(string Type, string Name, string? Start)
{
    public string? Value => Start switch
    {
        "zeros" => "Full(0)",
        "full(LearningRate)" => "Full(options.LearningRate!.Value)",
        { } full when full.StartsWith("full(") => $"Full(((Options)options).{full[5..^1]}!.Value)",
        _ => Start,
    };

    public static Field Parse(string text)
    {
        var parts = text.Split([' ', '='], 3);
        return new(parts[0], parts[1], parts.Length > 2 ? parts[2] : null);
    }
}
