"""The routes, asked as a script would."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import httpx
import numpy as np
import pytest

import neurarium
from neurarium.data import load_dataset
from neurarium.spec.data import DataSpec
from neurarium.spec.run import RunSpec
from tests.support.runs import command, show, start, wait_for_no_workers, wait_for_state, wait_until, workers
from tests.support.schema import validate
from tests.support.server import RunningServer
from tests.support.specs import convnet_spec, endless_spec, linear, plane_spec


def test_health_names_version_and_devices(client: httpx.Client) -> None:
    body = client.get("/api/health").json()
    assert body["status"] == "ok"
    assert body["version"] == neurarium.__version__
    assert "cpu" in body["devices"]


class TestCatalog:
    @pytest.fixture(scope="class")
    @staticmethod
    def catalog(server: RunningServer) -> dict[str, Any]:
        return httpx.get(f"{server.url}/api/catalog").json()

    def test_it_has_the_parts_that_the_contract_names(self, catalog: dict[str, Any]) -> None:
        assert set(catalog) == {
            "schema_version", "version", "engines", "families", "layers", "losses", "optimizers", "initializers",
            "schedules", "datasets", "surfaces", "second_order", "probes", "diagnoses", "presets", "preset_families",
            "default_preset",
        }  # fmt: skip
        assert catalog["schema_version"] == 1
        assert catalog["version"] == neurarium.__version__
        assert catalog["default_preset"] in {preset["name"] for preset in catalog["presets"]}

    def test_it_has_every_kind_that_was_promised(self, catalog: dict[str, Any]) -> None:
        def kinds(part: str) -> set[str]:
            return {entry["kind"] for entry in catalog[part]}

        assert kinds("layers") >= {
            "linear", "conv2d", "max_pool2d", "avg_pool2d", "flatten", "relu", "sigmoid", "tanh", "leaky_relu",
            "batch_norm", "dropout", "add", "concat",
        }  # fmt: skip
        assert kinds("losses") >= {"softmax_cross_entropy", "mean_squared_error"}
        assert kinds("optimizers") >= {"sgd", "momentum", "adagrad", "rmsprop", "adam"}
        assert kinds("initializers") >= {
            "zeros", "normal", "xavier_normal", "xavier_uniform", "he_normal", "he_uniform",
        }  # fmt: skip
        assert kinds("datasets") >= {"digits", "spiral", "circle", "xor", "gaussians", "moons", "mnist"}

    @pytest.mark.parametrize(
        "part",
        ["layers", "losses", "optimizers", "initializers", "schedules", "datasets", "surfaces", "second_order"],
    )
    def test_an_entry_says_what_it_is_and_has_a_form_that_its_own_defaults_fit(
        self, catalog: dict[str, Any], part: str
    ) -> None:
        for entry in catalog[part]:
            for told in ("kind", "title", "sentence", "formula", "source"):
                assert entry[told], f"{entry['kind']} has no {told}"
            form = entry["schema"]
            assert not {"id", "kind", "inputs"} & set(form["properties"])
            assert set(entry["defaults"]) | set(entry["required"]) == set(form["properties"])
            assert not set(entry["defaults"]) & set(entry["required"])
            for name, value in entry["defaults"].items():
                field = form["properties"][name]
                if "x-kind-of" in field:
                    assert value["kind"] in {picked["kind"] for picked in catalog[field["x-kind-of"]]}
                else:
                    validate(value, field, {}, f"{entry['kind']}.{name}")

    def test_layers_stand_in_the_palettes_order_and_tell_their_inputs(self, catalog: dict[str, Any]) -> None:
        order = [family["name"] for family in catalog["families"]]
        places = [order.index(layer["family"]) for layer in catalog["layers"]]
        assert places == sorted(places)
        for layer in catalog["layers"]:
            assert set(layer["inputs"]) == {"minimum", "maximum"}
            assert layer["id_prefix"]
        by_kind = {layer["kind"]: layer for layer in catalog["layers"]}
        assert by_kind["conv2d"]["inputs"] == {"minimum": 1, "maximum": 1}
        assert by_kind["add"]["inputs"]["minimum"] == 2
        assert by_kind["conv2d"]["schema"]["properties"]["kernel_size"]["x-size"] == 2
        assert by_kind["conv2d"]["required"]

    def test_engines_tell_where_they_compute(self, catalog: dict[str, Any]) -> None:
        engines = {engine["name"]: engine for engine in catalog["engines"]}
        assert engines["scratch"]["available"] is True
        assert engines["scratch"]["devices"] == ["cpu"]
        assert engines["torch"]["available"] is True
        assert {"auto", "cpu"} <= set(engines["torch"]["devices"])
        assert all(set(engine) == {"name", "title", "available", "devices", "hint"} for engine in engines.values())

    def test_every_preset_passes_the_check_and_starts(self, catalog: dict[str, Any], client: httpx.Client) -> None:
        for preset in catalog["presets"]:
            spec = preset["spec"]
            body = {part: spec[part] for part in ("data", "network", "loss", "batch_size")}
            assert client.post("/api/networks/check", json=body).json()["errors"] == []
            assert client.post("/api/runs?paused=true", json=spec).status_code == 201


class TestCheck:
    def test_it_infers_shapes_parameters_and_costs(self, client: httpx.Client) -> None:
        spec = convnet_spec()
        body = {"data": spec["data"], "network": spec["network"], "loss": {"kind": "softmax_cross_entropy"}}
        checked = client.post("/api/networks/check", json=body).json()
        assert checked["ok"] is True
        assert checked["input_shape"] == [1, 8, 8]
        assert checked["errors"] == []
        nodes = {node["id"]: node for node in checked["nodes"]}
        assert [node["id"] for node in checked["nodes"]] == [node["id"] for node in spec["network"]["nodes"]]
        assert nodes["conv1"]["output_shape"] == [4, 8, 8]
        assert nodes["conv1"]["parameters"] == 4 * 1 * 3 * 3 + 4
        assert nodes["conv1"]["parameter_shapes"] == {"weight": [4, 1, 3, 3], "bias": [4]}
        assert nodes["conv1"]["multiply_adds"] == 4 * 9 * 64
        assert nodes["pool1"]["output_shape"] == [4, 4, 4]
        assert nodes["fc1"]["output_shape"] == [10]
        assert checked["parameters"] == sum(node["parameters"] for node in checked["nodes"])
        assert checked["multiply_adds"] == sum(node["multiply_adds"] for node in checked["nodes"])

    def test_a_half_written_network_is_answered_with_what_is_known(self, client: httpx.Client) -> None:
        nodes = [linear("fc1", 4), {"id": "fc2", "kind": "linear"}, linear("fc3", 2)]
        answer = client.post("/api/networks/check", json={"data": {"dataset": "xor"}, "network": {"nodes": nodes}})
        assert answer.status_code == 200
        checked = answer.json()
        assert checked["ok"] is False
        assert [(error["node"], error["field"]) for error in checked["errors"]] == [("fc2", "out_features")]
        assert "fc1" in {node["id"] for node in checked["nodes"]}

    @pytest.mark.parametrize("body", [{}, {"network": None}, {"data": 5, "network": 3}, {"netwrok": {}}])
    def test_any_object_is_answered(self, client: httpx.Client, body: dict[str, Any]) -> None:
        answer = client.post("/api/networks/check", json=body)
        assert answer.status_code == 200
        assert answer.json()["errors"]


class TestSpecCheck:
    def test_it_fills_in_the_defaults_and_starts_nothing(self, client: httpx.Client) -> None:
        answer = client.post("/api/specs/check", json=convnet_spec())
        assert answer.status_code == 200, answer.text
        assert answer.json()["schedule"]["kind"] == "constant"
        assert answer.json()["seed"] == 0
        assert client.get("/api/runs").json() == []

    @pytest.mark.parametrize(
        ("change", "field"),
        [({"epochs": 0}, "epochs"), ({"optimizer": {"kind": "sgdd"}}, "optimizer"), ({"epoch": 3}, "epoch")],
    )
    def test_it_says_what_a_run_would_be_refused_for(
        self, client: httpx.Client, change: dict[str, Any], field: str
    ) -> None:
        answer = client.post("/api/specs/check", json=convnet_spec(**change))
        assert answer.status_code == 422
        assert answer.json()["error"]["field"].startswith(field)
        assert answer.json() == client.post("/api/runs", json=convnet_spec(**change)).json()


class TestRuns:
    def test_a_run_goes_from_its_start_to_its_end(self, client: httpx.Client) -> None:
        answer = client.post("/api/runs", json=plane_spec())
        assert answer.status_code == 201
        created = answer.json()
        assert set(created) == {
            "id", "name", "state", "reason", "spec", "step", "epoch", "steps_per_epoch", "total_steps", "created_at",
            "generation", "device", "samples", "settings", "metrics", "findings", "error",
        }  # fmt: skip
        assert created["state"] in ("queued", "starting")
        assert created["name"] == "small perceptron"
        assert datetime.fromisoformat(created["created_at"]).tzinfo is not None
        # What is shown is the whole spec, defaults filled in, and can be sent back as it is.
        assert RunSpec.model_validate(created["spec"]) == RunSpec.model_validate(plane_spec())
        run = wait_for_state(client, created["id"], "finished")
        assert (run["step"], run["epoch"], run["steps_per_epoch"], run["total_steps"]) == (18, 2.0, 9, 18)
        assert run["device"] == "cpu"
        assert run["error"] is None
        assert {"train_loss", "train_accuracy", "validation_loss", "learning_rate"} <= set(run["metrics"])

    def test_paused_builds_it_and_stops_before_step_1(self, client: httpx.Client) -> None:
        run = start(client, plane_spec(), paused=True)
        assert wait_for_state(client, run, "paused")["step"] == 0
        assert command(client, run, "step", count=3).status_code == 202
        wait_until(lambda: show(client, run)["step"] == 3 and show(client, run)["state"] == "paused")
        assert command(client, run, "resume").json()["id"] == run
        wait_for_state(client, run, "finished")

    def test_metrics_are_columns_of_one_length_with_a_row_for_every_step(self, client: httpx.Client) -> None:
        run = start(client, plane_spec())
        wait_for_state(client, run, "finished")
        table = client.get(f"/api/runs/{run}/metrics").json()
        assert table["step"] == list(range(19))
        assert table["epoch"] == [step / 9 for step in range(19)]
        assert {len(column) for column in table.values()} == {19}
        assert table["train_loss"][0] is None
        assert all(value is not None for value in table["train_loss"][1:])
        assert [i for i, value in enumerate(table["validation_loss"]) if value is not None] == [0, 9, 18]

    def test_the_list_has_the_newest_first_and_loses_those_that_are_deleted(
        self, client: httpx.Client, server: RunningServer
    ) -> None:
        runs = [start(client, plane_spec(name=f"run {number}"), paused=True) for number in range(3)]
        assert [run["id"] for run in client.get("/api/runs").json()] == runs[::-1]
        assert client.delete(f"/api/runs/{runs[1]}").status_code == 204
        assert [run["id"] for run in client.get("/api/runs").json()] == [runs[2], runs[0]]
        assert client.get(f"/api/runs/{runs[1]}").status_code == 404
        for run in (runs[0], runs[2]):
            client.delete(f"/api/runs/{run}")
        # An answer to a deletion means that the process is gone, not that it is asked to go.
        assert workers(server) == []

    @pytest.mark.parametrize("when", ["at once", "while it trains", "while it holds", "when it has finished"])
    def test_deleting_ends_the_process_whenever_it_comes(
        self, client: httpx.Client, server: RunningServer, when: str
    ) -> None:
        run = start(client, plane_spec() if "finished" in when else endless_spec(), paused=when == "while it holds")
        if when != "at once":
            wait_for_state(client, run, "running" if "trains" in when else "paused" if "holds" in when else "finished")
        assert client.delete(f"/api/runs/{run}").status_code == 204
        assert workers(server) == []

    @pytest.mark.parametrize("when", ["at once", "while it trains", "while it holds"])
    def test_stopping_ends_the_process_and_keeps_the_run(
        self, client: httpx.Client, server: RunningServer, when: str
    ) -> None:
        run = start(client, endless_spec(), paused=when == "while it holds")
        if when != "at once":
            wait_for_state(client, run, "running" if "trains" in when else "paused")
        assert command(client, run, "stop").status_code == 202
        stopped = wait_for_state(client, run, "stopped")
        assert stopped["reason"] == "Stopped on request."
        wait_for_no_workers(server)
        table = client.get(f"/api/runs/{run}/metrics").json()
        # All that was measured is there, without a gap.
        losses = [
            step for step, loss in zip(table["step"], table.get("train_loss", []), strict=False) if loss is not None
        ]
        assert losses == list(range(1, len(losses) + 1))
        assert command(client, run, "resume").status_code == 409

    def test_reset_gives_the_same_curve_again(self, client: httpx.Client) -> None:
        run = start(client, convnet_spec())
        wait_for_state(client, run, "finished")
        first = client.get(f"/api/runs/{run}/metrics").json()
        assert command(client, run, "reset").status_code == 202
        reset = wait_until(lambda: shown if (shown := show(client, run))["generation"] == 1 else None)
        assert (reset["state"], reset["step"]) == ("paused", 0)
        assert command(client, run, "resume").status_code == 202
        wait_for_state(client, run, "finished")
        second = client.get(f"/api/runs/{run}/metrics").json()
        for name in ("step", "train_loss", "train_accuracy", "validation_loss", "validation_accuracy"):
            assert second[name] == first[name]

    def test_a_learning_rate_that_is_set_shows_in_the_spec_and_in_the_record(self, client: httpx.Client) -> None:
        run = start(client, plane_spec(), paused=True)
        wait_for_state(client, run, "paused")
        answer = command(client, run, "set", learning_rate=0.25)
        assert answer.status_code == 202
        assert answer.json()["spec"]["optimizer"]["learning_rate"] == 0.25
        wait_until(lambda: client.get(f"/api/runs/{run}/metrics").json()["learning_rate"][-1] == 0.25)

    def test_a_run_that_diverges_says_so_in_valid_json_and_can_be_reset(self, client: httpx.Client) -> None:
        spec = plane_spec(
            network={"nodes": [linear("fc1", 8), linear("fc2", 2)]},
            loss={"kind": "mean_squared_error"},
            optimizer={"kind": "sgd", "learning_rate": 1000},
            epochs=20,
        )
        run = start(client, spec)
        shown = wait_for_state(client, run, "diverged")
        assert shown["error"]["code"] == "diverged"
        assert shown["error"]["node"] in ("fc1", "fc2")
        assert f"step {shown['step'] + 1}" in shown["reason"]
        for path in (f"/api/runs/{run}", f"/api/runs/{run}/metrics", "/api/runs"):
            # Called for NaN and Infinity, which Python would read and no browser does.
            json.loads(client.get(path).text, parse_constant=pytest.fail)
        assert command(client, run, "reset").status_code == 202
        assert wait_for_state(client, run, "paused")["error"] is None

    def test_data_that_is_not_there_fails_the_run_in_words(self, client: httpx.Client) -> None:
        spec = plane_spec(
            data={"dataset": "mnist"}, network={"nodes": [{"id": "flat1", "kind": "flatten"}, linear("fc1", 10)]}
        )
        shown = wait_for_state(client, start(client, spec), "failed")
        assert shown["error"]["code"] == "unavailable"
        assert shown["reason"] == shown["error"]["message"]
        assert shown["error"]["hint"]


class TestSamples:
    @pytest.mark.parametrize("dataset", ["spiral", "digits"])
    @pytest.mark.parametrize("split", ["train", "validation"])
    def test_they_are_those_that_a_run_of_that_seed_trains_on(
        self, client: httpx.Client, dataset: str, split: str
    ) -> None:
        options = {"samples": 60, "classes": 4} if dataset == "spiral" else {}
        spec = DataSpec.model_validate({"dataset": dataset, "options": options, "validation_fraction": 0.25})
        trained_on = load_dataset(spec, 7)
        expected = trained_on.train if split == "train" else trained_on.validation
        query = {
            "split": split, "offset": 5, "limit": 20, "seed": 7, "validation_fraction": 0.25,
            "options": json.dumps(options),
        }  # fmt: skip
        body = client.get(f"/api/datasets/{dataset}/samples", params=query).json()
        assert (body["dataset"], body["split"], body["offset"]) == (dataset, split, 5)
        assert body["total"] == len(expected)
        count = min(20, len(expected) - 5)
        assert len(body["inputs"]) == len(body["targets"]) == count
        np.testing.assert_array_equal(np.array(body["inputs"], np.float32), expected.inputs[5 : 5 + count])
        assert body["targets"] == expected.targets[5 : 5 + count].tolist()
        assert body["input_shape"] == list(trained_on.input_shape)
        assert body["classes"] == list(trained_on.class_names)

    def test_beyond_the_end_there_are_none(self, client: httpx.Client) -> None:
        body = client.get("/api/datasets/digits/samples?offset=9999").json()
        assert body["inputs"] == body["targets"] == []
        assert body["total"] > 1000

    def test_a_train_size_is_kept_to(self, client: httpx.Client) -> None:
        assert client.get("/api/datasets/digits/samples?train_size=12&limit=100").json()["total"] == 12
