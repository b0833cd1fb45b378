namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that runs functions before and after its forward pass.</summary>
        public abstract class HookableModule<TPreHook, TPostHook> : Module
        {
            private readonly List<Entry<TPreHook>> preHooks = [];
            private readonly List<Entry<TPostHook>> postHooks = [];
            private readonly List<Entry<Action<Module>>> preActions = [], postActions = [];

            protected HookableModule(string name)
                : base(name) { }

            // Copies: a hook may remove itself.
            private protected IEnumerable<TPreHook> PreHooks => preHooks.Count == 0 ? [] : preHooks.ConvertAll(entry => entry.Hook);
            private protected IEnumerable<TPostHook> PostHooks => postHooks.Count == 0 ? [] : postHooks.ConvertAll(entry => entry.Hook);

            /// <summary>Runs <paramref name="hook"/> before each call; what it returns replaces the input unless it is null.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Register(preHooks, hook);

            /// <summary>Runs <paramref name="hook"/> after each call; what it returns replaces the result unless it is null.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => Register(postHooks, hook);

            /// <summary>Runs <paramref name="hook"/> before each call.</summary>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Register(preActions, hook);

            /// <summary>Runs <paramref name="hook"/> after each call.</summary>
            public HookRemover register_forward_hook(Action<Module> hook) => Register(postActions, hook);

            private protected void RunPreActions() => Run(preActions);
            private protected void RunPostActions() => Run(postActions);

            private void Run(List<Entry<Action<Module>>> actions)
            {
                if (actions.Count > 0) foreach (var action in actions.ToArray()) action.Hook(this);
            }

            private static HookRemover Register<THook>(List<Entry<THook>> hooks, THook hook)
            {
                ArgumentNullException.ThrowIfNull(hook);
                var entry = new Entry<THook>(hook);
                hooks.Add(entry);
                return new HookRemover(() => hooks.Remove(entry));
            }

            /// <summary>Takes one hook away again.</summary>
            public sealed class HookRemover
            {
                private readonly Action remover;
                internal HookRemover(Action remover) => this.remover = remover;
                public void remove() => remover();
            }

            private sealed class Entry<THook>(THook hook)
            {
                public THook Hook => hook;
            }
        }
    }
}
