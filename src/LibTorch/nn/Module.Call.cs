namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that runs functions before and after its forward pass.</summary>
        public abstract partial class HookableModule<TPreHook, TPostHook> : Module
        {
            private readonly List<Entry<TPreHook>> preHooks = [];
            private readonly List<Entry<TPostHook>> postHooks = [];
            private readonly List<Entry<Action<Module>>> preActions = [], postActions = [];

            protected HookableModule(string name)
                : base(name) { }

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
